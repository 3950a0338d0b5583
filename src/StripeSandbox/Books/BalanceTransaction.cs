namespace Solidarity.StripeSandbox.Books;

/// <summary>
/// One movement of an account's balance (https://docs.stripe.com/api/balance_transactions/object). Amounts are signed minor
/// units; net = amount - fee; the sum of every net is the balance.
/// </summary>
internal sealed class BalanceTransaction : Resource
{
    public required string Type { get; init; }

    public required string ReportingCategory { get; init; }

    public required long Amount { get; init; }

    public long Fee { get; init; }

    public string? FeeDescription { get; init; }

    public required string Currency { get; init; }

    /// <summary>Empty for a fee of Stripe's own.</summary>
    public required string SourceId { get; init; }

    public string? Description { get; init; }

    /// <summary>Unix seconds from when the money may be transferred or paid out.</summary>
    public required long AvailableOn { get; init; }

    /// <summary>The payout that took it to the bank.</summary>
    public string? PayoutId { get; set; }

    public long Net => Amount - Fee;

    public override IEnumerable<(string Name, string? Value)> Keys =>
        [("type", Type), ("source", SourceId), ("payout", PayoutId), ("currency", Currency)];

    public override JsonObject Render(View view) => new()
    {
        ["id"] = Id,
        ["object"] = "balance_transaction",
        ["amount"] = Amount,
        ["available_on"] = AvailableOn,
        ["balance_type"] = "payments",
        ["created"] = Created,
        ["currency"] = Currency,
        ["description"] = Description,
        ["exchange_rate"] = null,
        ["fee"] = Fee,
        ["fee_details"] = FeeDetails(),
        ["net"] = Net,
        ["reporting_category"] = ReportingCategory,
        ["source"] = SourceId.Length == 0 ? null : SourceId,
        ["status"] = AvailableOn <= view.Now ? "available" : "pending",
        ["type"] = Type,
    };

    private JsonArray FeeDetails() => Fee == 0 ? [] :
    [
        new JsonObject { ["amount"] = Fee, ["application"] = null, ["currency"] = Currency, ["description"] = FeeDescription, ["type"] = "stripe_fee" },
    ];
}
