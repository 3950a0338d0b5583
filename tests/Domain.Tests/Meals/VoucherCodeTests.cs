using Solidarity.Domain.Meals;

namespace Solidarity.Domain.Tests.Meals;

public class VoucherCodeTests
{
    [Fact]
    public void A_code_is_read_however_it_is_typed()
    {
        var code = VoucherCode.Create();
        Assert.Equal(VoucherCode.Length, code.Length);
        Assert.Equal(code, VoucherCode.Parse(VoucherCode.Format(code)));
        Assert.Equal(code, VoucherCode.Parse($"  {VoucherCode.Format(code).ToLowerInvariant().Replace('-', ' ')}\n"));
        Assert.Equal("ABC", VoucherCode.Format("ABC"));
        Assert.Equal(3, VoucherCode.Format(code).Split('-').Length);
    }

    [Fact]
    public void Signs_that_look_or_sound_alike_are_understood()
    {
        // Of our signs each is misread as one that no code has; the code is made until it holds all that are.
        foreach (var (ours, misread) in new[] { ('5', 'S'), ('2', 'Z'), ('8', 'b'), ('6', 'g'), ('D', '0'), ('D', 'o'), ('7', '1'), ('7', 'l'), ('Y', 'V'), ('M', 'n') })
        {
            var code = VoucherCode.Create();
            while (!code.Contains(ours, StringComparison.Ordinal))
                code = VoucherCode.Create();
            Assert.DoesNotContain(char.ToUpperInvariant(misread), VoucherCode.Signs);
            Assert.Equal(code, VoucherCode.Parse(code.Replace(ours, misread)));
        }
    }

    [Fact]
    public void One_wrong_sign_is_noticed_wherever_it_stands()
    {
        var code = VoucherCode.Create();
        for (var i = 0; i < code.Length; i++)
        {
            foreach (var other in VoucherCode.Signs.Where(s => s != code[i]))
                Assert.Null(VoucherCode.Parse(code[..i] + other + code[(i + 1)..]));
        }
    }

    [Fact]
    public void Two_signs_that_changed_places_are_noticed()
    {
        var code = VoucherCode.Create();
        for (var i = 0; i < code.Length; i++)
        {
            for (var j = i + 1; j < code.Length; j++)
            {
                var swapped = code.ToCharArray();
                (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
                if (code[i] != code[j])
                    Assert.Null(VoucherCode.Parse(new string(swapped)));
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0OI1L-8BSZ2-UVNQG")]
    [InlineData("22222-22222")]
    [InlineData("22222-22222-22222-2")]
    public void What_is_no_code_is_none(string? typed) => Assert.Null(VoucherCode.Parse(typed));

    [Fact]
    public void No_two_signs_look_or_sound_alike_enough_to_be_both_there()
    {
        foreach (var pair in new[] { "0O", "1I", "1L", "IL", "5S", "8B", "2Z", "UV", "MN", "GJ", "BD", "QK" })
            Assert.False(pair.All(VoucherCode.Signs.Contains), pair);
        Assert.Equal(23, VoucherCode.Signs.Distinct().Count());
    }

    [Fact]
    public void Codes_differ() => Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => VoucherCode.Create()).Distinct().Count());
}
