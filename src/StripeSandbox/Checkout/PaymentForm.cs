using System.Globalization;

namespace Solidarity.StripeSandbox.Checkout;

/// <summary>What was typed into the payment page, and what is wrong with it.</summary>
internal sealed class PaymentForm
{
    /// <summary>Field name to the key of its error text; in the order of the fields.</summary>
    public Dictionary<string, string> Errors { get; } = [];

    public string Method { get; private init; } = "card";

    public string Number { get; private init; } = "";

    public string Expiry { get; private init; } = "";

    public string Cvc { get; private init; } = "";

    public string Iban { get; private init; } = "";

    public string Email { get; private init; } = "";

    public string Name { get; private init; } = "";

    public static PaymentForm Empty(Session session) => new() { Email = session.CustomerEmail ?? "" };

    /// <summary>Reads the posted fields <c>card_number</c>, <c>exp</c>, <c>cvc</c>, <c>iban</c>, <c>email</c>, <c>name</c>, <c>method</c>.</summary>
    public static PaymentForm Read(IFormCollection posted, Session session)
    {
        var form = new PaymentForm
        {
            Method = posted["method"] == "sepa_debit" || (posted.ContainsKey("iban") && !posted.ContainsKey("card_number")) ? "sepa_debit" : "card",
            Number = Compact(posted["card_number"].ToString()),
            Expiry = posted["exp"].ToString().Trim(),
            Cvc = posted["cvc"].ToString().Trim(),
            Iban = Compact(posted["iban"].ToString()).ToUpperInvariant(),
            Email = posted["email"].ToString().Trim() is { Length: > 0 } email ? email : session.CustomerEmail ?? "",
            Name = posted["name"].ToString().Trim(),
        };
        return form;
    }

    /// <summary>Checks the fields of the chosen method; null when something is wrong.</summary>
    public PaymentMethodUsed? Check(DateTimeOffset now)
    {
        if (!EmailAddress.IsPlausible(Email)) Errors["email"] = "wrong-email";
        return Method == "card" ? CheckCard(now) : CheckIban();
    }

    private PaymentMethodUsed? CheckCard(DateTimeOffset now)
    {
        var (month, year) = ReadExpiry();
        if (!Digits.PassLuhn(Number)) Errors["card_number"] = "wrong-number";
        if (month == 0) Errors["exp"] = "wrong-exp";
        else if (year * 12 + month < now.Year * 12 + now.Month) Errors["exp"] = "past-exp";
        if (!Cvc.All(char.IsAsciiDigit) || Cvc.Length != (Number.StartsWith('3') ? 4 : 3)) Errors["cvc"] = "wrong-cvc";
        return Errors.Count > 0 ? null : PaymentMethodUsed.Card(Number, month, year, Email, NameOrNull);
    }

    private PaymentMethodUsed? CheckIban()
    {
        if (!Digits.IsIban(Iban)) Errors["iban"] = "wrong-iban";
        return Errors.Count > 0 ? null : PaymentMethodUsed.SepaDebit(Iban, Email, NameOrNull);
    }

    private string? NameOrNull => Name.Length == 0 ? null : Name;

    private (int Month, int Year) ReadExpiry()
    {
        var digits = new string([.. Expiry.Where(char.IsAsciiDigit)]);
        var separated = Expiry.Split('/', '-', ' ', '.').Where(part => part.Length > 0).ToArray();
        var (month, year) = separated.Length == 2 ? (separated[0], separated[1]) : digits.Length is 4 or 6 ? (digits[..2], digits[2..]) : ("", "");
        if (!int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m) || m is < 1 or > 12
            || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) || year.Length is not (2 or 4))
            return (0, 0);
        return (m, year.Length == 2 ? 2000 + y : y);
    }

    private static string Compact(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c) && c != '-')]);
}
