namespace Solidarity.Domain.Campaigns;

/// <summary>One of the things that a campaign's money is for.</summary>
public class CampaignNeed
{
    public const int LongestTitle = 120;
    public const int LongestDetail = 500;

    public required Guid Id { get; init; }

    public required Guid CampaignId { get; init; }

    public required int Position { get; init; }

    public required string Title { get; init; }

    public string? Detail { get; init; }

    /// <summary>In minor units of the campaign's currency.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>Without it nothing can begin; the others are done with what comes in above.</summary>
    public required bool Required { get; init; }
}

/// <summary>Something said about a campaign after givers were promised it: added in public, never instead.</summary>
public class CampaignAddition
{
    public const int Longest = 2000;

    public required Guid Id { get; init; }

    public required Guid CampaignId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid ById { get; init; }

    public required string Text { get; init; }
}
