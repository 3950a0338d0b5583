namespace Stripe.Infrastructure;

/// <summary>Stripe counts seconds since 1970 in UTC.</summary>
internal static class DateTimeUtils
{
    public static readonly DateTime UnixEpoch = DateTime.UnixEpoch;

    public static DateTime FromUnixSeconds(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;

    /// <summary>A time of unspecified kind is taken as UTC: databases hand it back so.</summary>
    public static long ToUnixSeconds(DateTime time) =>
        new DateTimeOffset(time.Kind is DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time).ToUnixTimeSeconds();
}
