namespace Solidarity.StripeSandbox.Control;

/// <summary>Every balance transaction of an account with its sums, to compare another ledger with. Amounts in minor units.</summary>
internal static class BooksReport
{
    public static IResult Of(Work work, string? account)
    {
        var id = string.IsNullOrEmpty(account) ? work.Store.PlatformId : account;
        if (work.Store.Find<Account>(id) is null) return Answer.Refused($"No such account: '{id}'", 404);
        var entries = work.Store.List<BalanceTransaction>(id).ToList();
        return Answer.Ok(new JsonObject
        {
            ["account"] = id,
            ["now"] = work.Now,
            ["balances"] = Sums(entries),
            ["available"] = Sums(entries.Where(entry => entry.AvailableOn <= work.Now)),
            ["transactions"] = new JsonArray([.. entries.Select(entry => Row(work.Store, entry))]),
        });
    }

    private static JsonObject Sums(IEnumerable<BalanceTransaction> entries)
    {
        var sums = new JsonObject();
        foreach (var currency in entries.GroupBy(entry => entry.Currency)) sums[currency.Key] = currency.Sum(entry => entry.Net);
        return sums;
    }

    private static JsonObject Row(Store store, BalanceTransaction entry)
    {
        var charge = ChargeOf(store, entry);
        return new JsonObject
        {
            ["id"] = entry.Id,
            ["type"] = entry.Type,
            ["reporting_category"] = entry.ReportingCategory,
            ["amount"] = entry.Amount,
            ["fee"] = entry.Fee,
            ["net"] = entry.Net,
            ["currency"] = entry.Currency,
            ["source"] = entry.SourceId,
            ["created"] = entry.Created,
            ["available_on"] = entry.AvailableOn,
            ["charge"] = charge?.Id,
            ["payment_intent"] = charge?.IntentId,
            ["metadata"] = Json.Of(charge?.Metadata ?? store.Find<Resource>(entry.SourceId)?.Metadata ?? []),
        };
    }

    /// <summary>The charge that a movement goes back to, if it goes back to one.</summary>
    private static Charge? ChargeOf(Store store, BalanceTransaction entry) => store.Find<Resource>(entry.SourceId) switch
    {
        Charge charge => charge,
        Refund refund => store.Find<Charge>(refund.ChargeId),
        Dispute dispute => store.Find<Charge>(dispute.ChargeId),
        _ => null,
    };
}
