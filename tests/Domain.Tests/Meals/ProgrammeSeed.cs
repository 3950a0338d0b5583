using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Domain.Tests.Organisations;

namespace Solidarity.Domain.Tests.Meals;

/// <summary>A meals programme with a team, and a restaurant that has a team of its own and takes no part yet.</summary>
internal sealed record ProgrammeSeed(Campaign Campaign, Person Owner, Organisation Restaurant, Guid Partner, Person Cook)
{
    public static CookWords Asked { get; } = new("Stew", "en", "Celery", "Brussels", CapacityPer.Day, "20", OpenDays.Monday | OpenDays.Friday);

    public static CareSiteWords Ward { get; } = new("Saint Mary", "Night shift", "1 Street", "1000", "Brussels", "Head nurse", "ward@example.org", null, "fr");

    public static async Task<ProgrammeSeed> MakeAsync(TestDatabase database, FakeClock clock, CampaignStatus status = CampaignStatus.Draft, bool payable = true)
    {
        var (association, restaurant) = (Seed.Organisation(), Seed.Organisation("stew"));
        var (owner, cook) = (TeamSeed.Person("owner@example.org"), TeamSeed.Person("cook@example.org"));
        var project = status == CampaignStatus.Draft ? Seed.Draft(association) : Seed.Project(association);
        project.Story = new string('x', Domain.Reviews.SubmitForReview.ShortestStory);
        var payee = Seed.Partner(association);
        var campaign = Seed.Campaign(project, payee, status: status);
        campaign.Kind = CampaignKind.Meals;
        var partner = new Domain.Partners.Partner { Id = Guid.NewGuid(), OrganisationId = restaurant.Id, Name = "Stew", StripeAccountId = payable ? "acct_stew" : null, TransfersActive = payable };
        await using var db = database.Open();
        db.AddRange(association, restaurant, owner, cook, project, payee);
        db.AddRange(campaign, partner, owner.In(association, OrganisationRole.Owner), cook.In(restaurant, OrganisationRole.Editor));
        db.Add(new MealProgramme { CampaignId = campaign.Id, UnitMinor = 1000, Rule = UndeliveredRule.Refund, DeliverBy = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(60), WeeksAhead = 2 });
        await db.SaveChangesAsync();
        return new(campaign, owner, restaurant, partner.Id, cook);
    }
}
