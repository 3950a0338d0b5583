using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Domain.Reviews;
using Solidarity.Domain.Tests.Organisations;

namespace Solidarity.Domain.Tests.Meals;

/// <summary>A restaurant applies, is answered, changes and pauses.</summary>
public class RestaurantTests : DatabaseTest
{
    [Fact]
    public async Task Each_side_is_told_and_both_trails_keep_it()
    {
        var made = await ProgrammeSeed.MakeAsync(Database, Clock);
        var cook = await ApplyAsync(made);
        await AnswerAsync(a => a.AcceptAsync(made.Campaign.Id, cook, made.Owner.Id, None));
        await using var db = Database.Open();
        Assert.Equal(
            [(LetterKind.RestaurantApplied, "owner@example.org"), (LetterKind.RestaurantAccepted, "cook@example.org")],
            (await db.Letters.ToListAsync()).OrderBy(l => l.Kind).Select(l => (l.Kind, l.To)));
        Assert.Equal(2, await db.Trail.CountAsync(t => t.Act == "RestaurantAccepted"));
        Assert.Single(await db.MealPartners.Cooking().ToListAsync());
    }

    [Fact]
    public async Task Accepted_without_an_account_it_does_not_cook()
    {
        var made = await ProgrammeSeed.MakeAsync(Database, Clock, payable: false);
        var cook = await ApplyAsync(made);
        await AnswerAsync(a => a.AcceptAsync(made.Campaign.Id, cook, made.Owner.Id, None));
        await using var db = Database.Open();
        Assert.Empty(await db.MealPartners.Cooking().ToListAsync());
        Assert.True(await db.Letters.AnyAsync(l => l.Kind == LetterKind.RestaurantAcceptedUnpaid));
    }

    [Fact]
    public async Task Refused_with_reasons_it_can_apply_again_and_no_second_time_meanwhile()
    {
        var made = await ProgrammeSeed.MakeAsync(Database, Clock);
        var cook = await ApplyAsync(made);
        Assert.Equal(Reason.AlreadyApplied, await TeamSeed.ReasonAsync(() => ApplyAsync(made)));
        Assert.Equal(Reason.TextMissing, await TeamSeed.ReasonAsync(() => AnswerAsync(a => a.RefuseAsync(made.Campaign.Id, cook, " ", made.Owner.Id, None))));
        await AnswerAsync(a => a.RefuseAsync(made.Campaign.Id, cook, "Too far.", made.Owner.Id, None));
        Assert.Equal(cook, await ApplyAsync(made));
        var after = await CookAsync(made);
        Assert.Equal((MealPartnerStatus.Applied, null), (after.Status, after.Reasons));
    }

    [Fact]
    public async Task What_it_paused_it_resumes_and_what_the_team_paused_the_team_does()
    {
        var made = await ProgrammeSeed.MakeAsync(Database, Clock);
        var cook = await ApplyAsync(made);
        await AnswerAsync(a => a.AcceptAsync(made.Campaign.Id, cook, made.Owner.Id, None));
        await ChangeAsync(c => c.PauseAsync(made.Campaign.Id, made.Restaurant.Id, made.Cook.Id, None));
        Assert.Equal(Reason.MoveNotAllowed, await TeamSeed.ReasonAsync(() => AnswerAsync(a => a.ResumeAsync(made.Campaign.Id, cook, made.Owner.Id, None))));
        await ChangeAsync(c => c.ResumeAsync(made.Campaign.Id, made.Restaurant.Id, made.Cook.Id, None));
        // While it pauses by itself the team may still say no.
        await ChangeAsync(c => c.PauseAsync(made.Campaign.Id, made.Restaurant.Id, made.Cook.Id, None));
        await AnswerAsync(a => a.PauseAsync(made.Campaign.Id, cook, "Complaints.", made.Owner.Id, None));
        Assert.Equal(Reason.MoveNotAllowed, await TeamSeed.ReasonAsync(() => ChangeAsync(c => c.ResumeAsync(made.Campaign.Id, made.Restaurant.Id, made.Cook.Id, None))));
        await AnswerAsync(a => a.ResumeAsync(made.Campaign.Id, cook, made.Owner.Id, None));
        var after = await CookAsync(made);
        Assert.Equal((MealPartnerStatus.Accepted, false, null), (after.Status, after.PausedByItself, after.Reasons));
    }

    [Fact]
    public async Task Of_another_programme_nobody_answers()
    {
        var made = await ProgrammeSeed.MakeAsync(Database, Clock);
        var cook = await ApplyAsync(made);
        Assert.Equal(Reason.NoLongerThere, await TeamSeed.ReasonAsync(() => AnswerAsync(a => a.AcceptAsync(Guid.NewGuid(), cook, made.Owner.Id, None))));
    }

    [Fact]
    public async Task It_withdraws_until_it_is_answered()
    {
        var made = await ProgrammeSeed.MakeAsync(Database, Clock);
        await ApplyAsync(made);
        await ApplyingAsync(a => a.WithdrawAsync(made.Campaign.Id, made.Restaurant.Id, made.Cook.Id, None));
        var cook = await ApplyAsync(made);
        await AnswerAsync(a => a.AcceptAsync(made.Campaign.Id, cook, made.Owner.Id, None));
        Assert.Equal(Reason.MoveNotAllowed, await TeamSeed.ReasonAsync(() => ApplyingAsync(a => a.WithdrawAsync(made.Campaign.Id, made.Restaurant.Id, made.Cook.Id, None))));
    }

    [Fact]
    public async Task Applying_and_withdrawing_in_turn_soon_mails_nobody_any_more()
    {
        var made = await ProgrammeSeed.MakeAsync(Database, Clock);
        for (var i = 0; i < 4; i++)
        {
            await ApplyAsync(made);
            await ApplyingAsync(a => a.WithdrawAsync(made.Campaign.Id, made.Restaurant.Id, made.Cook.Id, None));
        }

        Assert.Equal(Reason.TooManyAttempts, await TeamSeed.ReasonAsync(() => ApplyAsync(made)));
        await using var db = Database.Open();
        Assert.Equal(4, await db.Letters.CountAsync(l => l.Kind == LetterKind.RestaurantApplied));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_once_and_taking_part_keeps_how_it_counts()
    {
        var made = await ProgrammeSeed.MakeAsync(Database, Clock);
        var wrong = new CookWords(null, "xx", null, "", (CapacityPer)9, "0", OpenDays.None);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => ApplyingAsync(a => a.RunAsync(made.Campaign.Id, made.Restaurant.Id, wrong, made.Cook.Id, None)));
        Assert.Equal(["language", "words", "city", "capacity", "per", "days"], refusal.Problems.Select(p => p.Field));
        var cook = await ApplyAsync(made);
        await ChangeAsync(async c => await c.RunAsync(made.Campaign.Id, made.Restaurant.Id, ProgrammeSeed.Asked with { Per = CapacityPer.Week }, (await CookAsync(made)).Version, made.Cook.Id, None));
        await AnswerAsync(a => a.AcceptAsync(made.Campaign.Id, cook, made.Owner.Id, None));
        var version = (await CookAsync(made)).Version;
        Assert.Equal(Reason.CapacityPerStands, await TeamSeed.ReasonAsync(() => ChangeAsync(c => c.RunAsync(made.Campaign.Id, made.Restaurant.Id, ProgrammeSeed.Asked, version, made.Cook.Id, None))));
        await ChangeAsync(c => c.RunAsync(made.Campaign.Id, made.Restaurant.Id, ProgrammeSeed.Asked with { Per = CapacityPer.Week, Capacity = "3" }, version, made.Cook.Id, None));
        Assert.Equal(Reason.ChangedMeanwhile, await TeamSeed.ReasonAsync(() => ChangeAsync(c => c.RunAsync(made.Campaign.Id, made.Restaurant.Id, ProgrammeSeed.Asked, version, made.Cook.Id, None))));
        Assert.Equal(3, (await CookAsync(made)).Capacity);
    }

    [Theory]
    [InlineData(CampaignStatus.Closed)]
    [InlineData(CampaignStatus.Suspended)]
    public async Task A_programme_that_does_not_run_takes_no_applications(CampaignStatus status)
    {
        var made = await ProgrammeSeed.MakeAsync(Database, Clock, status);
        Assert.Equal(Reason.ProgrammeOver, await TeamSeed.ReasonAsync(() => ApplyAsync(made)));
    }

    [Fact]
    public async Task Without_a_care_site_or_a_restaurant_that_can_be_paid_nothing_is_reviewed()
    {
        var made = await ProgrammeSeed.MakeAsync(Database, Clock, payable: false);
        var cook = await ApplyAsync(made);
        await AnswerAsync(a => a.AcceptAsync(made.Campaign.Id, cook, made.Owner.Id, None));
        var refusal = await Assert.ThrowsAsync<Refusal>(SubmitAsync);
        Assert.Equal([Reason.CareSiteMissing, Reason.RestaurantMissing], refusal.Problems.Select(p => p.Reason));
        await SitesAsync(s => s.SaveAsync(made.Campaign.Id, null, ProgrammeSeed.Ward, default, made.Owner.Id, None));
        await SqlAsync($"""UPDATE "Partners" SET "StripeAccountId" = 'acct_stew', "TransfersActive" = {true} WHERE "Id" = {made.Partner}""");
        await SubmitAsync();
        // A moderator is reading where the meals go.
        Assert.Equal(Reason.InReviewNow, await TeamSeed.ReasonAsync(() => SitesAsync(s => s.SaveAsync(made.Campaign.Id, null, ProgrammeSeed.Ward, default, made.Owner.Id, None))));

        async Task SubmitAsync()
        {
            await using var db = Database.Open();
            await new SubmitForReview(db, Clock).ProjectAsync(made.Campaign.ProjectId, made.Owner.Id, null, None);
        }
    }

    [Fact]
    public async Task A_care_site_is_closed_and_reopened_by_its_own_programme_alone()
    {
        var made = await ProgrammeSeed.MakeAsync(Database, Clock);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => SitesAsync(s => s.SaveAsync(made.Campaign.Id, null, new(null, null, null, null, null, null, "x", null, null), default, made.Owner.Id, None)));
        Assert.Equal(["language", "name", "ward", "street", "postalCode", "city", "contact", "contactEmail"], refusal.Problems.Select(p => p.Field));
        await SitesAsync(s => s.SaveAsync(made.Campaign.Id, null, ProgrammeSeed.Ward, default, made.Owner.Id, None));
        await using var db = Database.Open();
        var site = await db.CareSites.AsNoTracking().SingleAsync();
        await SitesAsync(s => s.CloseAsync(made.Campaign.Id, site.Id, true, made.Owner.Id, None));
        Assert.False((await db.CareSites.AsNoTracking().SingleAsync()).IsOpen);
        Assert.Equal(Reason.NoLongerThere, await TeamSeed.ReasonAsync(() => SitesAsync(s => s.CloseAsync(Guid.NewGuid(), site.Id, false, made.Owner.Id, None))));
        await SitesAsync(s => s.CloseAsync(made.Campaign.Id, site.Id, false, made.Owner.Id, None));
        Assert.True((await db.CareSites.AsNoTracking().SingleAsync()).IsOpen);
        Assert.Equal(Reason.ChangedMeanwhile, await TeamSeed.ReasonAsync(() => SitesAsync(s => s.SaveAsync(made.Campaign.Id, site.Id, ProgrammeSeed.Ward, site.Version, made.Owner.Id, None))));
    }

    private async Task<Guid> ApplyAsync(ProgrammeSeed made)
    {
        await ApplyingAsync(a => a.RunAsync(made.Campaign.Id, made.Restaurant.Id, ProgrammeSeed.Asked, made.Cook.Id, None));
        return (await CookAsync(made)).Id;
    }

    private async Task<MealPartner> CookAsync(ProgrammeSeed made)
    {
        await using var db = Database.Open();
        return await db.MealPartners.AsNoTracking().SingleAsync(p => p.CampaignId == made.Campaign.Id);
    }

    private async Task ApplyingAsync(Func<ApplyToCook, Task> work)
    {
        await using var db = Database.Open();
        await work(new ApplyToCook(db, new LimitAttempts(db, Clock), Seed.Site, Clock));
    }

    private async Task AnswerAsync(Func<AnswerCook, Task> work)
    {
        await using var db = Database.Open();
        await work(new AnswerCook(db, Clock));
    }

    private async Task ChangeAsync(Func<ChangeCook, Task> work)
    {
        await using var db = Database.Open();
        await work(new ChangeCook(db, Clock));
    }

    private async Task SitesAsync(Func<ChangeCareSites, Task> work)
    {
        await using var db = Database.Open();
        await work(new ChangeCareSites(db, Clock));
    }
}
