namespace Solidarity.StripeSandbox.Books;

/// <summary>Writes balance transactions.</summary>
internal static class Booking
{
    private const long Day = 24 * 60 * 60;

    /// <summary>When money that comes in now may be used: midnight (UTC) some days on, as Stripe rounds it.</summary>
    public static long In(int days, long now) => (now / Day + days) * Day;

    public static BalanceTransaction Book(
        this Work work, string account, string type, string category, long amount, string currency, string source,
        long fee = 0, string? feeDescription = null, string? description = null, long? availableOn = null) =>
        work.Save(new BalanceTransaction
        {
            Id = Ids.New("txn_"),
            Account = account,
            Created = work.Now,
            Type = type,
            ReportingCategory = category,
            Amount = amount,
            Fee = fee,
            FeeDescription = feeDescription,
            Currency = currency,
            SourceId = source,
            Description = description,
            AvailableOn = availableOn ?? work.Now,
        });
}
