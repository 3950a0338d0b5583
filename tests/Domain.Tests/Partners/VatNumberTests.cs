using Solidarity.Domain.Partners;

namespace Solidarity.Domain.Tests.Partners;

public class VatNumberTests
{
    [Theory]
    [InlineData("BE 0123.456.749", "BE0123456749")]
    [InlineData("be0403170701", "BE0403170701")]
    [InlineData("BE 1000.000.052", null)]
    [InlineData("BE 0123.456.789", null)]
    [InlineData("BE 2123456749", null)]
    [InlineData("0123.456.749", null)]
    [InlineData("FR 40 303 265 045", "FR40303265045")]
    [InlineData("NL 004495445B01", "NL004495445B01")]
    [InlineData("ATU 12345678", "ATU12345678")]
    [InlineData("DE-136695976", "DE136695976")]
    [InlineData("US123456789", null)]
    [InlineData("BE", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_number_is_read_as_people_write_it(string? typed, string? number) => Assert.Equal(number, VatNumber.Parse(typed));

    [Fact]
    public void It_is_written_as_Belgians_do() => Assert.Equal(("BE 0123.456.749", "FR 40303265045"), (VatNumber.Format("BE0123456749"), VatNumber.Format("FR40303265045")));
}
