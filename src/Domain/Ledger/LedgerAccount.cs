namespace Solidarity.Domain.Ledger;

/// <summary>
/// An account of the books. Debits are positive, credits negative: what the platform has (stripe:balance) stands positive, what it owes
/// (campaign:…, partner:…) or earned (tips) negative.
/// </summary>
public class LedgerAccount
{
    public long Id { get; init; }

    /// <summary>stripe:balance, bank:…, cash:…, campaign:{id}, partner:{id}, tips, fees:stripe, disputes:held, losses.</summary>
    public required string Code { get; init; }

    public required string CurrencyCode { get; init; }

    /// <summary>The sum of its postings, kept as a row so that reading it costs nothing.</summary>
    public long BalanceMinor { get; set; }
}

/// <summary>The codes of the accounts.</summary>
public static class Accounts
{
    public const string StripeBalance = "stripe:balance";
    public const string StripeFees = "fees:stripe";
    public const string Tips = "tips";
    public const string DisputesHeld = "disputes:held";
    public const string Losses = "losses";

    public static string Bank(string name) => $"bank:{name}";

    /// <summary>Owed to a campaign: given for it and not yet passed on.</summary>
    public static string Campaign(Guid id) => $"campaign:{id:D}";

    /// <summary>Owed to a partner: due, and not yet transferred.</summary>
    public static string Partner(Guid id) => $"partner:{id:D}";
}
