namespace Solidarity.Domain.Campaigns;

public enum CampaignStatus { Draft, InReview, Live, Succeeded, Failed, Closed, Suspended }

/// <summary>One move of a campaign from one state to the next, kept for good.</summary>
public class CampaignMove
{
    public long Id { get; init; }

    public required Guid CampaignId { get; init; }

    public required CampaignStatus From { get; init; }

    public required CampaignStatus To { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who or what moved it.</summary>
    public required string By { get; init; }
}

/// <summary>Every move a campaign can make; nothing else sets its state.</summary>
public static class CampaignStates
{
    private static readonly HashSet<(CampaignStatus From, CampaignStatus To)> Moves =
    [
        (CampaignStatus.Draft, CampaignStatus.InReview),
        (CampaignStatus.InReview, CampaignStatus.Draft),
        (CampaignStatus.InReview, CampaignStatus.Live),
        (CampaignStatus.Live, CampaignStatus.Succeeded),
        (CampaignStatus.Live, CampaignStatus.Failed),
        (CampaignStatus.Live, CampaignStatus.Closed),
        (CampaignStatus.Succeeded, CampaignStatus.Closed),
        (CampaignStatus.Failed, CampaignStatus.Closed),
        (CampaignStatus.Live, CampaignStatus.Suspended),
        (CampaignStatus.Suspended, CampaignStatus.Live),
    ];

    public static bool Allows(CampaignStatus from, CampaignStatus to) => Moves.Contains((from, to));

    /// <exception cref="Refusal">There is no such move.</exception>
    public static void MoveTo(this Campaign campaign, CampaignStatus to, DateTimeOffset at, string by)
    {
        if (!Allows(campaign.Status, to))
            throw new Refusal(Reason.MoveNotAllowed);
        campaign.Moves.Add(new CampaignMove { CampaignId = campaign.Id, From = campaign.Status, To = to, At = at, By = by });
        campaign.Status = to;
    }
}
