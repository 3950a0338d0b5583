namespace Solidarity.StripeSandbox.Books;

/// <summary>Running balances: per account and currency one sum for each day on which money becomes available.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<(string Account, string Currency), SortedDictionary<long, long>> sums = [];

    public void Add(BalanceTransaction entry)
    {
        var key = (entry.Account, entry.Currency);
        if (!sums.TryGetValue(key, out var days)) sums[key] = days = [];
        // What was never to wait goes under one heading, so that the number of headings stays that of the days.
        var day = entry.AvailableOn <= entry.Created ? 0 : entry.AvailableOn;
        days[day] = days.GetValueOrDefault(day) + entry.Net;
    }

    public IEnumerable<string> Currencies(string account) => sums.Keys.Where(key => key.Account == account).Select(key => key.Currency);

    /// <summary>Minor units that may be transferred or paid out now.</summary>
    public long Available(string account, string currency, long now) => Sum(account, currency, day => day <= now);

    public long Pending(string account, string currency, long now) => Sum(account, currency, day => day > now);

    private long Sum(string account, string currency, Func<long, bool> fits) =>
        sums.TryGetValue((account, currency), out var days) ? days.Where(day => fits(day.Key)).Sum(day => day.Value) : 0;
}
