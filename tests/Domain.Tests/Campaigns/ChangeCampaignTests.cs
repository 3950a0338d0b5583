using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.People;
using Solidarity.Domain.Tests.Organisations;

namespace Solidarity.Domain.Tests.Campaigns;

public class ChangeCampaignTests : DatabaseTest
{
    private readonly Person ann = TeamSeed.Person();

    [Fact]
    public async Task A_draft_begins_with_its_needs_and_can_change_in_everything()
    {
        var (id, version) = await StartAsync();
        await InAsync(c => c.AllAsync(id, Asked() with { Goal = "9 000", Currency = "CHF", FeeBearer = FeeBearer.Giver, Needs = [new NeedRow("Pots", null, "100", false)] }, version, ann.Id, None));
        await using var db = Database.Open();
        var campaign = await db.Campaigns.Include(c => c.Needs).SingleAsync(c => c.Id == id);
        Assert.Equal((900_000L, "CHF", FeeBearer.Giver, CampaignStatus.Draft), (campaign.GoalMinor!.Value, campaign.CurrencyCode, campaign.FeeBearer, campaign.Status));
        Assert.Equal(("Pots", 10_000L, false), Assert.Single(campaign.Needs.Select(n => (n.Title, n.AmountMinor, n.Required))));
    }

    [Fact]
    public async Task No_organisation_makes_the_platform_carry_its_fees()
    {
        var (id, version) = await StartAsync();
        Assert.Equal(Reason.FeeBearerNotOffered, await TeamSeed.ReasonAsync(() => InAsync(c => c.AllAsync(id, Asked() with { FeeBearer = FeeBearer.Platform }, version, ann.Id, None))));
    }

    [Theory]
    [InlineData(CampaignStatus.Live)]
    [InlineData(CampaignStatus.Closed)]
    [InlineData(CampaignStatus.Suspended)]
    public async Task What_givers_were_promised_stays(CampaignStatus status)
    {
        var campaign = await CampaignAsync(status);
        Assert.Equal(Reason.PromiseStands, await TeamSeed.ReasonAsync(() => InAsync(c => c.AllAsync(campaign.Id, Asked() with { Goal = "1" }, campaign.Version, ann.Id, None))));
        await using var db = Database.Open();
        var after = await db.Campaigns.AsNoTracking().Include(c => c.Needs).SingleAsync();
        Assert.Equal((campaign.GoalMinor, campaign.Kind, campaign.CurrencyCode, campaign.FeeBearer, campaign.PartnerId, 0), (after.GoalMinor, after.Kind, after.CurrencyCode, after.FeeBearer, after.PartnerId, after.Needs.Count));
    }

    [Fact]
    public async Task Words_change_later_and_nothing_else_does_whatever_the_form_says()
    {
        var campaign = await CampaignAsync(CampaignStatus.Live);
        await InAsync(c => c.WordsAsync(campaign.Id, Asked() with { Title = "Better soup", Goal = "1", Currency = "USD", FeeBearer = FeeBearer.Platform, EndsOn = "2026-05-01" }, campaign.Version, ann.Id, None));
        await using var db = Database.Open();
        var after = await db.Campaigns.AsNoTracking().Include(c => c.Needs).SingleAsync();
        Assert.Equal(("Better soup", campaign.GoalMinor, "EUR", campaign.FeeBearer), (after.Title, after.GoalMinor, after.CurrencyCode, after.FeeBearer));
        // The last moment of that day in Brussels.
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 22, 0, 0, TimeSpan.Zero), after.EndsAt);
        Assert.Equal("2026-05-01", ChangeCampaign.EndsOn(after.EndsAt!.Value, Seed.Site));
        Assert.Empty(after.Needs);
    }

    [Fact]
    public async Task More_is_added_in_public_and_ending_is_kept_as_a_move()
    {
        var campaign = await CampaignAsync(CampaignStatus.Live);
        await InAsync(c => c.AddAsync(campaign.Id, "The stove is bigger.", ann.Id, None));
        await InAsync(c => c.EndAsync(campaign.Id, ann.Id, None));
        Assert.Equal(Reason.MoveNotAllowed, await TeamSeed.ReasonAsync(() => InAsync(c => c.EndAsync(campaign.Id, ann.Id, None))));
        await using var db = Database.Open();
        var after = await db.Campaigns.Include(c => c.Additions).Include(c => c.Moves).SingleAsync();
        Assert.Equal((CampaignStatus.Closed, "The stove is bigger."), (after.Status, Assert.Single(after.Additions).Text));
        Assert.Contains(after.Moves, m => m.To == CampaignStatus.Closed && m.By == ann.Id.ToString());
        Assert.Equal(["CampaignAddedTo", "CampaignEnded"], await db.Trail.OrderBy(t => t.Id).Select(t => t.Act).ToListAsync());
    }

    [Fact]
    public async Task A_form_from_before_somebody_else_saved_is_told_so()
    {
        var (id, version) = await StartAsync();
        await InAsync(c => c.AllAsync(id, Asked() with { Needs = [] }, version, ann.Id, None));
        Assert.Equal(Reason.ChangedMeanwhile, await TeamSeed.ReasonAsync(() => InAsync(c => c.AllAsync(id, Asked(), version, ann.Id, None))));
    }

    [Fact]
    public async Task Under_review_nothing_changes()
    {
        var campaign = await CampaignAsync(CampaignStatus.InReview);
        Assert.Equal(Reason.InReviewNow, await TeamSeed.ReasonAsync(() => InAsync(c => c.AllAsync(campaign.Id, Asked(), campaign.Version, ann.Id, None))));
        Assert.Equal(Reason.InReviewNow, await TeamSeed.ReasonAsync(() => InAsync(c => c.WordsAsync(campaign.Id, Asked(), campaign.Version, ann.Id, None))));
    }

    [Fact]
    public async Task Every_mistake_is_said_at_its_field()
    {
        var wrong = Asked() with { Title = "", Goal = "much", Kind = CampaignKind.AllOrNothing, EndsOn = "2026-04-14", Needs = [new NeedRow("Pots", null, "0", true), new NeedRow(null, null, null, true), new NeedRow(null, "x", "abc", true)] };
        var refusal = await Assert.ThrowsAsync<Refusal>(() => StartAsync(wrong));
        Assert.Equal(["kind", "goal", "title", "endsOn", "need1amount", "need3title", "need3amount"], refusal.Problems.Select(p => p.Field));
    }

    [Fact]
    public async Task Nobody_has_a_partner_of_others_paid()
    {
        var other = await Database.CampaignAsync("other");
        Assert.Equal(Reason.PartnerUnknown, await TeamSeed.ReasonAsync(() => StartAsync(Asked() with { PartnerId = other.PartnerId })));
    }

    private static CampaignRequest Asked() => new("Soup", "Soup for all", "5 000", "EUR", CampaignKind.Open, FeeBearer.Recipient, null, null, [new NeedRow("Stove", "A big one", "1 200,50", true)], CultureInfo.GetCultureInfo("fr-BE"));

    private async Task<(Guid Id, Guid Version)> StartAsync(CampaignRequest? asked = null)
    {
        var organisation = Seed.Organisation($"o{Guid.NewGuid():N}");
        var project = Seed.Project(organisation, organisation.Slug);
        await using var db = Database.Open();
        if (!await db.People.AnyAsync())
            db.Add(ann);
        db.AddRange(organisation, Seed.Partner(organisation, null), project);
        await db.SaveChangesAsync();
        var campaign = await new StartCampaign(db, Seed.Site, Clock).RunAsync(project.Id, asked ?? Asked(), ann.Id, None);
        return (campaign.Id, campaign.Version);
    }

    private async Task<Campaign> CampaignAsync(CampaignStatus status)
    {
        await SaveAsync(ann);
        return await Database.CampaignAsync(status: status);
    }

    private async Task InAsync(Func<ChangeCampaign, Task> work)
    {
        await using var db = Database.Open();
        await work(new ChangeCampaign(db, Seed.Site, Clock));
    }
}
