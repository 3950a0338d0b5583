namespace Stripe;

public class AccountSettingsPayoutsSchedule : StripeEntity<AccountSettingsPayoutsSchedule>
{
    public long DelayDays { get; set; }

    public string Interval { get; set; } = null!;

    public long MonthlyAnchor { get; set; }

    public string? WeeklyAnchor { get; set; }

    /// <summary>Any of <c>friday</c>, <c>monday</c>, <c>thursday</c>, <c>tuesday</c>, <c>wednesday</c>; Stripe may add others.</summary>
    public List<string>? WeeklyPayoutDays { get; set; }
}
