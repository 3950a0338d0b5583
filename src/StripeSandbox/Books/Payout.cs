namespace Solidarity.StripeSandbox.Books;

/// <summary>Stripe pays an account's bank (https://docs.stripe.com/api/payouts/object). Amount in minor units.</summary>
internal sealed class Payout : Resource
{
    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public required string Destination { get; init; }

    public string Status { get; set; } = "in_transit";

    public string? TransactionId { get; set; }

    public override IEnumerable<(string Name, string? Value)> Keys => [("destination", Destination)];

    /// <summary>Takes the available balance of one currency to the bank; null when there is nothing to take.</summary>
    public static Payout? Make(Work work, string account, string currency)
    {
        var amount = work.Store.Ledger.Available(account, currency, work.Now);
        if (amount <= 0) return null;
        var paidNow = work.Store.List<BalanceTransaction>(account, "currency", currency)
            .Where(entry => entry.PayoutId is null && entry.Type != "payout" && entry.AvailableOn <= work.Now).ToList();
        var payout = work.Save(new Payout { Id = Ids.New("po_"), Account = account, Created = work.Now, Amount = amount, Currency = currency, Destination = Ids.New("ba_") });
        foreach (var entry in paidNow)
        {
            entry.PayoutId = payout.Id;
            work.Save(entry);
        }

        var booked = work.Book(account, "payout", "payout", -amount, currency, payout.Id, description: "STRIPE PAYOUT");
        booked.PayoutId = payout.Id;
        payout.TransactionId = work.Save(booked).Id;
        work.Emit("payout.created", work.Save(payout));
        payout.Status = "paid";
        work.Emit("payout.paid", work.Save(payout));
        return payout;
    }

    public override JsonObject Render(View view) => new JsonObject
    {
        ["id"] = Id,
        ["object"] = "payout",
        ["amount"] = Amount,
        ["arrival_date"] = Created,
        ["automatic"] = true,
        ["balance_transaction"] = TransactionId,
        ["created"] = Created,
        ["currency"] = Currency,
        ["description"] = "STRIPE PAYOUT",
        ["destination"] = Destination,
        ["livemode"] = false,
        ["metadata"] = Json.Of(Metadata),
        ["method"] = "standard",
        ["reconciliation_status"] = "completed",
        ["source_type"] = "card",
        ["status"] = Status,
        ["type"] = "bank_account",
    }.WithNulls("application_fee application_fee_amount failure_balance_transaction failure_code failure_message original_payout payout_method reversed_by statement_descriptor trace_id");
}
