using Solidarity.Domain.Campaigns;
using static Solidarity.Domain.Campaigns.CampaignStatus;

namespace Solidarity.Domain.Tests.Campaigns;

public class CampaignStatesTests
{
    /// <summary>Every state and where it may go; all else is refused.</summary>
    private static readonly Dictionary<CampaignStatus, CampaignStatus[]> Table = new()
    {
        [Draft] = [InReview],
        [InReview] = [Draft, Live],
        [Live] = [Succeeded, Failed, Closed, Suspended],
        [Succeeded] = [Closed],
        [Failed] = [Closed],
        [Closed] = [],
        [Suspended] = [Live],
    };

    public static TheoryData<CampaignStatus, CampaignStatus> Pairs()
    {
        var pairs = new TheoryData<CampaignStatus, CampaignStatus>();
        foreach (var from in Enum.GetValues<CampaignStatus>())
        {
            foreach (var to in Enum.GetValues<CampaignStatus>())
                pairs.Add(from, to);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Moves_as_the_table_says_and_no_other_way(CampaignStatus from, CampaignStatus to)
    {
        var campaign = In(from);
        var before = campaign.Moves.Count;
        if (Table[from].Contains(to))
        {
            campaign.MoveTo(to, FakeClock.Noon, "moderator");
            Assert.Equal(to, campaign.Status);
            var move = campaign.Moves[^1];
            Assert.Equal((campaign.Id, from, to, FakeClock.Noon, "moderator"), (move.CampaignId, move.From, move.To, move.At, move.By));
            Assert.Equal(before + 1, campaign.Moves.Count);
        }
        else
        {
            Assert.Equal(Reason.MoveNotAllowed, Assert.Single(Assert.Throws<Refusal>(() => campaign.MoveTo(to, FakeClock.Noon, "moderator")).Problems).Reason);
            Assert.Equal(from, campaign.Status);
            Assert.Equal(before, campaign.Moves.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Allows_says_what_MoveTo_does(CampaignStatus from, CampaignStatus to) => Assert.Equal(Table[from].Contains(to), CampaignStates.Allows(from, to));

    private static Campaign In(CampaignStatus status)
    {
        var organisation = Seed.Organisation();
        return Seed.Campaign(Seed.Project(organisation), Seed.Partner(organisation), status: status);
    }
}
