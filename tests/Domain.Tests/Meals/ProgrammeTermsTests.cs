using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Tests.Organisations;

namespace Solidarity.Domain.Tests.Meals;

/// <summary>A campaign of meals is begun and changed.</summary>
public class ProgrammeTermsTests : DatabaseTest
{
    private readonly Person ann = TeamSeed.Person();

    [Theory]
    [InlineData("0", Reason.AmountNotPositive)]
    [InlineData("0,50", Reason.PriceTooSmall)]
    [InlineData("100,01", Reason.PriceTooLarge)]
    public async Task A_price_is_that_of_a_meal(string price, Reason reason) =>
        Assert.Equal((reason, "price"), await ProblemAsync(Meals() with { Price = price }));

    [Theory]
    [InlineData("2026-04-15", Reason.DateNotAhead)]
    [InlineData("2028-04-16", Reason.DayTooFar)]
    [InlineData("soon", Reason.DayNotValid)]
    public async Task The_last_day_is_ahead(string day, Reason reason) => Assert.Equal((reason, "deliverBy"), await ProblemAsync(Meals() with { DeliverBy = day }));

    [Fact]
    public async Task Weeks_and_rule_are_asked_for()
    {
        Assert.Equal((Reason.WeeksNotValid, "weeksAhead"), await ProblemAsync(Meals() with { WeeksAhead = "27" }));
        Assert.Equal((Reason.ChoiceMissing, "rule"), await ProblemAsync(Meals() with { Rule = null }));
    }

    [Fact]
    public async Task A_draft_changes_in_everything_but_its_kind_and_later_only_the_weeks_do()
    {
        var project = await ProjectAsync();
        var campaign = await StartAsync(project, Asked(Meals()));
        await InAsync(c => c.AllAsync(campaign.Id, Asked(Meals() with { Price = "12" }) with { Kind = CampaignKind.Open }, campaign.Version, ann.Id, None));
        var programme = await ProgrammeAsync();
        Assert.Equal((1200, UndeliveredRule.AnotherSite, new DateOnly(2026, 6, 30), 4, UnguessableToken.Length), (programme.UnitMinor, programme.Rule, programme.DeliverBy, programme.WeeksAhead, programme.ApplicationKey.Length));

        await SqlAsync($"""UPDATE "Campaigns" SET "Status" = 'Live'""");
        await using var db = Database.Open();
        var version = (await db.Campaigns.AsNoTracking().SingleAsync()).Version;
        Assert.Equal(Reason.PromiseStands, await TeamSeed.ReasonAsync(() => InAsync(c => c.AllAsync(campaign.Id, Asked(Meals()), version, ann.Id, None))));
        await InAsync(c => c.WordsAsync(campaign.Id, Asked(Meals() with { Price = "1", WeeksAhead = "6", Rule = UndeliveredRule.Refund }), version, ann.Id, None));
        programme = await ProgrammeAsync();
        Assert.Equal((1200, UndeliveredRule.AnotherSite, 6), (programme.UnitMinor, programme.Rule, programme.WeeksAhead));
    }

    [Fact]
    public async Task A_draft_of_a_project_is_deleted_with_its_programme()
    {
        var made = await ProgrammeSeed.MakeAsync(Database, Clock);
        await using var db = Database.Open();
        await new ApplyToCook(db, new LimitAttempts(db, Clock), Seed.Site, Clock).RunAsync(made.Campaign.Id, made.Restaurant.Id, ProgrammeSeed.Asked, made.Cook.Id, None);
        await new ChangeCareSites(db, Clock).SaveAsync(made.Campaign.Id, null, ProgrammeSeed.Ward, default, made.Owner.Id, None);
        db.ChangeTracker.Clear();
        await new DeleteDraft(db, Clock).RunAsync(made.Campaign.ProjectId, made.Owner.Id, None);
        Assert.False(await db.MealProgrammes.AnyAsync() || await db.Campaigns.AnyAsync());
    }

    private static ProgrammeRequest Meals() => new("10", UndeliveredRule.AnotherSite, "2026-06-30", "4");

    private static CampaignRequest Asked(ProgrammeRequest meals) => new("Meals", "Meals for all", null, "EUR", CampaignKind.Meals, FeeBearer.Recipient, null, null, [], CultureInfo.GetCultureInfo("fr-BE"), meals);

    private async Task<(Reason, string?)> ProblemAsync(ProgrammeRequest meals)
    {
        var project = await ProjectAsync();
        var problem = Assert.Single((await Assert.ThrowsAsync<Refusal>(() => StartAsync(project, Asked(meals)))).Problems);
        return (problem.Reason, problem.Field);
    }

    private async Task<Guid> ProjectAsync()
    {
        var organisation = Seed.Organisation($"o{Guid.NewGuid():N}");
        var project = Seed.Project(organisation, organisation.Slug);
        await using var db = Database.Open();
        if (!await db.People.AnyAsync())
            db.Add(ann);
        db.AddRange(organisation, Seed.Partner(organisation, null), project);
        await db.SaveChangesAsync();
        return project.Id;
    }

    private async Task<Campaign> StartAsync(Guid project, CampaignRequest asked)
    {
        await using var db = Database.Open();
        return await new StartCampaign(db, Seed.Site, Clock).RunAsync(project, asked, ann.Id, None);
    }

    private async Task InAsync(Func<ChangeCampaign, Task> work)
    {
        await using var db = Database.Open();
        await work(new ChangeCampaign(db, Seed.Site, Clock));
    }

    private async Task<MealProgramme> ProgrammeAsync()
    {
        await using var db = Database.Open();
        return await db.MealProgrammes.AsNoTracking().SingleAsync();
    }
}
