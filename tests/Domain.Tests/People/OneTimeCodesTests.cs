using Solidarity.Domain.People;

namespace Solidarity.Domain.Tests.People;

public class OneTimeCodesTests
{
    /// <summary>"12345678901234567890", the key of RFC 6238, appendix B.</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// <summary>The last six of the eight digits that the RFC lists.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_RFC(long seconds, string code) => Assert.Equal(code, OneTimeCodes.Of(Key, OneTimeCodes.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Clocks_may_differ_by_half_a_minute(int steps, bool taken)
    {
        var step = OneTimeCodes.StepAt(FakeClock.Noon) + steps;
        Assert.Equal(taken ? step : null, OneTimeCodes.StepOf(Key, OneTimeCodes.Of(Key, step), FakeClock.Noon));
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870820")]
    [InlineData("٢٨٧٠٨٢")]
    public void What_is_no_code_is_none(string code) => Assert.Null(OneTimeCodes.StepOf(Key, code, DateTimeOffset.FromUnixTimeSeconds(59)));
}
