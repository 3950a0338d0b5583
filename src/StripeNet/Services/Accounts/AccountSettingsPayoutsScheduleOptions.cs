namespace Stripe;

public class AccountSettingsPayoutsScheduleOptions : INestedOptions
{
    /// <summary><c>daily</c>, <c>manual</c>, <c>monthly</c>, <c>weekly</c>.</summary>
    public string? Interval { get; set; }

    public long? MonthlyAnchor { get; set; }

    /// <summary><c>friday</c>, <c>monday</c>, <c>saturday</c>, <c>sunday</c>, <c>thursday</c>, <c>tuesday</c>, <c>wednesday</c>.</summary>
    public string? WeeklyAnchor { get; set; }

    /// <summary>Any of <c>friday</c>, <c>monday</c>, <c>thursday</c>, <c>tuesday</c>, <c>wednesday</c>.</summary>
    public List<string>? WeeklyPayoutDays { get; set; }
}
