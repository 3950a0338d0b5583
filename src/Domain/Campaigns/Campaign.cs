using Solidarity.Domain.Partners;
using Solidarity.Domain.Projects;

namespace Solidarity.Domain.Campaigns;

/// <summary>How a campaign raises money. <c>AllOrNothing</c> and <c>Meals</c> have their own rules.</summary>
public enum CampaignKind { Open, AllOrNothing, Meals }

/// <summary>Who carries Stripe's fee on the gift. The platform always carries the fee on its tip.</summary>
public enum FeeBearer
{
    Platform,
    Recipient,
    /// <summary>The giver may add the fees; what the giver does not add, the recipient carries.</summary>
    Giver,
}

/// <summary>One thing that a project asks money for.</summary>
public class Campaign
{
    public const int LongestTitle = 120;
    public const int LongestSummary = 500;
    public const int MostNeeds = 30;

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public Project Project { get; init; } = null!;

    /// <summary>Who is paid what this campaign raises. Promised to givers, as are kind, fee bearer, currency, goal and needs: <see cref="ChangeCampaign"/> refuses to change it once it is no draft.</summary>
    public required Guid PartnerId { get; set; }

    public Partner Partner { get; init; } = null!;

    public required string Slug { get; init; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    public CampaignKind Kind { get; set; }

    /// <summary>Moved by <see cref="CampaignStates"/> alone.</summary>
    public CampaignStatus Status { get; internal set; }

    public FeeBearer FeeBearer { get; set; }

    /// <summary>ISO 4217 code of everything this campaign takes.</summary>
    public required string CurrencyCode { get; set; }

    public long? GoalMinor { get; set; }

    public DateTimeOffset? LaunchedAt { get; set; }

    public DateTimeOffset? EndsAt { get; set; }

    public Guid Version { get; set; }

    public CampaignTotals Totals { get; init; } = null!;

    public List<CampaignMove> Moves { get; } = [];

    public List<CampaignNeed> Needs { get; } = [];

    public List<CampaignAddition> Additions { get; } = [];

    public Currency Currency => Currency.Of(CurrencyCode);

    public Money? Goal => GoalMinor is { } minor ? new Money(minor, Currency) : null;

    /// <summary>Whether it takes gifts at that moment.</summary>
    public bool IsOpen(DateTimeOffset now) => Status == CampaignStatus.Live && (EndsAt is null || now < EndsAt);
}
