namespace Solidarity.StripeSandbox.Connect;

/// <summary>Money from the platform's balance to a connected account (https://docs.stripe.com/api/transfers/object). Minor units.</summary>
internal sealed class Transfer : Resource
{
    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public required string Destination { get; init; }

    public string? SourceTransaction { get; init; }

    public string? TransferGroup { get; init; }

    public string? Description { get; init; }

    public long AmountReversed { get; set; }

    public string? TransactionId { get; set; }

    /// <summary>The charge that it is on the connected account.</summary>
    public string? DestinationPayment { get; set; }

    public long Reversible => Amount - AmountReversed;

    public override IEnumerable<(string Name, string? Value)> Keys => [("destination", Destination), ("transfer_group", TransferGroup)];

    public string ReversalsPath => $"/v1/transfers/{Id}/reversals";

    public override JsonObject Render(View view) => new()
    {
        ["id"] = Id,
        ["object"] = "transfer",
        ["amount"] = Amount,
        ["amount_reversed"] = AmountReversed,
        ["balance_transaction"] = TransactionId,
        ["created"] = Created,
        ["currency"] = Currency,
        ["description"] = Description,
        ["destination"] = Destination,
        ["destination_payment"] = DestinationPayment,
        ["livemode"] = false,
        ["metadata"] = Json.Of(Metadata),
        ["reversals"] = RenderReversals(view),
        ["reversed"] = AmountReversed == Amount,
        ["source_transaction"] = SourceTransaction,
        ["source_type"] = "card",
        ["transfer_group"] = TransferGroup,
    };

    private JsonObject RenderReversals(View view)
    {
        var all = view.Store.List<Reversal>(Account, "transfer", Id).Reverse().ToList();
        return Page.List(ReversalsPath, all.Take(10).Select(reversal => reversal.Render(view)), all.Count > 10);
    }
}

/// <summary>Money taken back from a connected account (https://docs.stripe.com/api/transfer_reversals/object). Minor units.</summary>
internal sealed class Reversal : Resource
{
    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public required string TransferId { get; init; }

    public string? TransactionId { get; set; }

    /// <summary>The refund that it is on the connected account.</summary>
    public required string DestinationRefund { get; init; }

    public override IEnumerable<(string Name, string? Value)> Keys => [("transfer", TransferId)];

    public override JsonObject Render(View view) => new()
    {
        ["id"] = Id,
        ["object"] = "transfer_reversal",
        ["amount"] = Amount,
        ["balance_transaction"] = TransactionId,
        ["created"] = Created,
        ["currency"] = Currency,
        ["destination_payment_refund"] = DestinationRefund,
        ["metadata"] = Json.Of(Metadata),
        ["source_refund"] = null,
        ["transfer"] = TransferId,
    };
}
