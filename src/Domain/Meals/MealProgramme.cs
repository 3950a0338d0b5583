using Solidarity.Domain.Campaigns;

namespace Solidarity.Domain.Meals;

/// <summary>What happens to meals that were paid for and not delivered by the programme's day. Chosen before the campaign is launched, and shown before paying.</summary>
public enum UndeliveredRule
{
    /// <summary>Another restaurant of the programme cooks them, and is paid for them.</summary>
    AnotherPartner,
    /// <summary>They go to another care site.</summary>
    AnotherSite,
    /// <summary>The giver gets the money back.</summary>
    Refund,
}

/// <summary>What a campaign of kind <see cref="CampaignKind.Meals"/> has besides: the price of a meal, and what holds when meals are late. Promised to givers.</summary>
public class MealProgramme
{
    /// <summary>A day more for the rule's other restaurant or site; what is open then is given back.</summary>
    public const int DaysOfGrace = 14;

    public const int MostWeeksAhead = 26;

    /// <summary>Also its key: one programme a campaign.</summary>
    public required Guid CampaignId { get; init; }

    public Campaign Campaign { get; init; } = null!;

    /// <summary>What one meal costs, in minor units of the campaign's currency.</summary>
    public required long UnitMinor { get; set; }

    public required UndeliveredRule Rule { get; set; }

    /// <summary>The last day on which meals are delivered, in the site's time zone.</summary>
    public required DateOnly DeliverBy { get; set; }

    /// <summary>How many weeks ahead meals are sold: beyond, a restaurant's capacity is not offered yet.</summary>
    public required int WeeksAhead { get; set; }

    /// <summary>Opens the page by which restaurants apply before the programme is public.</summary>
    public string ApplicationKey { get; init; } = UnguessableToken.Create();

    /// <summary>When what the rule did not help either is given back.</summary>
    public DateOnly GivenBackFrom => DeliverBy.AddDays(Rule == UndeliveredRule.Refund ? 1 : DaysOfGrace + 1);
}
