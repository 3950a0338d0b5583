namespace Solidarity.Domain.Tests;

public class UnguessableTokenTests
{
    [Fact]
    public void A_token_is_safe_in_an_address_and_of_the_length_that_the_tables_keep() =>
        Assert.All(Enumerable.Range(0, 200).Select(_ => UnguessableToken.Create()), token => Assert.Matches($"^[A-Za-z0-9_-]{{{UnguessableToken.Length}}}$", token));

    [Fact]
    public void No_two_are_alike() => Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(_ => UnguessableToken.Create()).Distinct().Count());
}
