namespace Solidarity.StripeSandbox.Books;

/// <summary>Stripe pays an account's bank (https://docs.stripe.com/api/payouts/object). Amount in minor units.</summary>
internal sealed class Payout : Resource
{
    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public required string Destination { get; init; }

    public string Status { get; set; } = "in_transit";

    public string? TransactionId { get; set; }

    public string? FailureCode { get; set; }

    /// <summary>What brought the money back to the account, once the bank had refused it.</summary>
    public string? FailureTransactionId { get; set; }

    public override IEnumerable<(string Name, string? Value)> Keys => [("destination", Destination)];

    /// <summary>Takes the available balance of one currency on its way to the bank; null when there is nothing to take.</summary>
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
        return payout;
    }

    public void Arrive(Work work)
    {
        Status = "paid";
        work.Emit("payout.paid", work.Save(this));
    }

    /// <summary>
    /// The bank sends it back, even some days after it seemed to have arrived (https://docs.stripe.com/payouts#payout-failures). The movements that it
    /// was made of stay with it; what came back goes with the next one.
    /// </summary>
    public void Fail(Work work)
    {
        Status = "failed";
        FailureCode = "account_closed";
        FailureTransactionId = work.Book(Account, "payout_failure", "payout_reversal", Amount, Currency, Id, description: "STRIPE PAYOUT FAILURE").Id;
        work.Emit("payout.failed", work.Save(this));
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
        ["failure_balance_transaction"] = FailureTransactionId,
        ["failure_code"] = FailureCode,
        ["failure_message"] = FailureCode is null ? null : "The bank account has been closed.",
        ["livemode"] = false,
        ["metadata"] = Json.Of(Metadata),
        ["method"] = "standard",
        ["reconciliation_status"] = "completed",
        ["source_type"] = "card",
        ["status"] = Status,
        ["type"] = "bank_account",
    }.WithNulls("application_fee application_fee_amount original_payout payout_method reversed_by statement_descriptor trace_id");
}
