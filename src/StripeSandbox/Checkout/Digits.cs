namespace Solidarity.StripeSandbox.Checkout;

/// <summary>The check digits of card numbers (ISO/IEC 7812, Luhn) and of account numbers (ISO 13616, mod 97).</summary>
internal static class Digits
{
    public static bool PassLuhn(string number)
    {
        if (number.Length is < 12 or > 19 || !number.All(char.IsAsciiDigit)) return false;
        var sum = number.Reverse().Select((digit, index) => index % 2 == 0 ? digit - '0' : (digit - '0') * 2 / 10 + (digit - '0') * 2 % 10).Sum();
        return sum % 10 == 0;
    }

    public static bool IsIban(string iban)
    {
        if (iban.Length is < 15 or > 34 || !iban.All(char.IsAsciiLetterOrDigit) || !iban[..2].All(char.IsAsciiLetterUpper)) return false;
        var remainder = 0;
        foreach (var sign in iban[4..] + iban[..4])
        {
            var value = char.IsAsciiDigit(sign) ? sign - '0' : sign - 'A' + 10;
            remainder = (value < 10 ? remainder * 10 + value : remainder * 100 + value) % 97;
        }

        return remainder == 1;
    }
}
