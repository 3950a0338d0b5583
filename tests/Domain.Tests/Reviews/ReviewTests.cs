using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Reviews;

namespace Solidarity.Domain.Tests.Reviews;

public class ReviewTests : DatabaseTest
{
    private static readonly ReviewPoint[] All = Enum.GetValues<ReviewPoint>();

    [Fact]
    public async Task What_is_published_is_public_with_its_campaigns_and_the_owners_are_told_each_in_their_language()
    {
        var (made, review) = await SubmittedAsync();
        await using var db = Database.Open();
        await Decide(db).PublishAsync(review, made.Moderator.Id, All, None);

        await using var after = Database.Open();
        var project = await after.Projects.Include(p => p.Campaigns).SingleAsync();
        Assert.Equal((ProjectStatus.Live, Clock.GetUtcNow()), (project.Status, project.PublishedAt));
        Assert.Equal((CampaignStatus.Live, Clock.GetUtcNow()), (project.Campaigns[0].Status, project.Campaigns[0].LaunchedAt));
        Assert.Equal([("editor@example.org", "de"), ("owner@example.org", "fr")],
            (await after.Letters.Where(l => l.Kind == LetterKind.ProjectPublished).ToListAsync()).Select(l => (l.To, l.Language)).Order());
        Assert.Equal(["ReviewSubmitted", "Published"], await after.Trail.OrderBy(t => t.Id).Select(t => t.Act).ToListAsync());
        Assert.Equal(2, await after.Outbox.CountAsync());
    }

    [Fact]
    public async Task What_is_sent_back_is_a_draft_again_and_can_be_submitted_again()
    {
        var (made, review) = await SubmittedAsync();
        await using (var db = Database.Open())
            await Decide(db).SendBackAsync(review, made.Moderator.Id, [ReviewPoint.Lawful], "Say where the soup goes.", None);
        await using (var db = Database.Open())
        {
            Assert.Equal((ProjectStatus.Draft, CampaignStatus.Draft), await StatusesAsync(db));
            Assert.All(await db.Letters.ToListAsync(), l => Assert.Equal((LetterKind.ProjectSentBack, "Say where the soup goes."), (l.Kind, l.Quote)));
            await new SubmitForReview(db, Clock).ProjectAsync(made.Project, made.Owner.Id, null, None);
        }

        await using var after = Database.Open();
        Assert.Equal([ReviewOutcome.Pending, ReviewOutcome.SentBack], (await after.Reviews.Select(r => r.Outcome).ToListAsync()).Order());
    }

    [Fact]
    public async Task Every_point_must_hold_and_reasons_must_be_given()
    {
        var (made, review) = await SubmittedAsync();
        await RefusedAsync(Reason.ReviewPointsOpen, db => Decide(db).PublishAsync(review, made.Moderator.Id, [.. All.Skip(1)], None));
        await RefusedAsync(Reason.TextMissing, db => Decide(db).SendBackAsync(review, made.Moderator.Id, [], " \n ", None));
        await RefusedAsync(Reason.TextTooLong, db => Decide(db).SendBackAsync(review, made.Moderator.Id, [], new string('x', FormWords.LongestReasons + 1), None));
        await using var after = Database.Open();
        Assert.Equal(ReviewOutcome.Pending, (await after.Reviews.SingleAsync()).Outcome);
    }

    [Fact]
    public async Task Nobody_decides_about_their_own()
    {
        var (made, review) = await SubmittedAsync();
        await RefusedAsync(Reason.OwnProject, db => Decide(db).PublishAsync(review, made.Owner.Id, All, None));
        await RefusedAsync(Reason.OwnProject, db => Decide(db).PublishAsync(review, made.Editor.Id, All, None));
        await using var db = Database.Open();
        var organisation = await db.Organisations.SingleAsync();
        await SaveAsync(Submitted.In(organisation, made.Moderator, OrganisationRole.Assistant));
        await RefusedAsync(Reason.OwnProject, other => Decide(other).SendBackAsync(review, made.Moderator.Id, [], "No.", None));
        // And the database says so again.
        Assert.Contains("FourEyes", (await RefusesAsync($"""UPDATE "Reviews" SET "Outcome" = 'Published', "DecidedById" = "SubmittedById" """)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_about_what_was_their_own_until_they_left()
    {
        var (made, review) = await SubmittedAsync();
        Guid id;
        await using (var db = Database.Open())
        {
            var organisation = await db.Organisations.SingleAsync();
            id = organisation.Id;
            await SaveAsync(Submitted.In(organisation, made.Moderator, OrganisationRole.Owner));
            await new ChangeTeam(db, Clock).RemoveAsync(id, made.Moderator.Id, made.Moderator.Id, None);
        }

        await RefusedAsync(Reason.OwnProject, db => Decide(db).PublishAsync(review, made.Moderator.Id, All, None));
        await RefusedAsync(Reason.OwnProject, db => new VerifyOrganisation(db, Clock).RunAsync(id, made.Moderator.Id, "I know them.", None));
    }

    [Fact]
    public async Task Two_moderators_at_once_decide_once()
    {
        var (made, review) = await SubmittedAsync();
        await using var first = Database.Open();
        await Decide(first).PublishAsync(review, made.Moderator.Id, All, None);
        await RefusedAsync(Reason.ReviewDecided, db => Decide(db).SendBackAsync(review, made.Moderator.Id, [], "Too late.", None));
    }

    [Fact]
    public async Task A_project_that_lacks_something_is_not_submitted_and_everything_is_named()
    {
        var made = await Submitted.DraftAsync(Database, story: "Short.");
        await using var db = Database.Open();
        await db.Projects.ExecuteUpdateAsync(set => set.SetProperty(p => p.Place, ""));
        var refusal = await Assert.ThrowsAsync<Refusal>(() => new SubmitForReview(db, Clock).ProjectAsync(made.Project, made.Owner.Id, null, None));
        Assert.Equal([Reason.StoryTooShort, Reason.PlaceMissing], refusal.Problems.Select(p => p.Reason));
    }

    [Fact]
    public async Task What_was_submitted_can_be_taken_back_until_it_is_decided()
    {
        var (made, review) = await SubmittedAsync();
        await using (var db = Database.Open())
            await new SubmitForReview(db, Clock).WithdrawAsync(review, made.Project, made.Owner.Id, None);
        await using var after = Database.Open();
        Assert.Equal(ProjectStatus.Draft, (await after.Projects.SingleAsync()).Status);
        await RefusedAsync(Reason.ReviewDecided, db => Decide(db).PublishAsync(review, made.Moderator.Id, All, None));
    }

    [Fact]
    public async Task Suspended_projects_take_their_campaigns_along_and_come_back_with_them()
    {
        var (made, review) = await SubmittedAsync();
        await using (var db = Database.Open())
            await Decide(db).PublishAsync(review, made.Moderator.Id, All, None);
        await using (var db = Database.Open())
            await Suspend(db).SuspendAsync(made.Project, made.Moderator.Id, "Somebody complained.", None);
        await using (var db = Database.Open())
        {
            Assert.Equal((ProjectStatus.Suspended, CampaignStatus.Suspended), await StatusesAsync(db));
            await Suspend(db).ReinstateAsync(made.Project, made.Moderator.Id, "It was a mistake.", None);
        }

        await using var after = Database.Open();
        Assert.Equal((ProjectStatus.Live, CampaignStatus.Live), await StatusesAsync(after));
        Assert.Equal(["It was a mistake.", "Somebody complained."], (await after.Trail.Where(t => t.Act == "Suspended" || t.Act == "Reinstated").Select(t => t.Words!).ToListAsync()).Order());
        await RefusedAsync(Reason.OwnProject, db => Suspend(db).SuspendAsync(made.Project, made.Editor.Id, "Mine.", None));
    }

    private static async Task<(ProjectStatus, CampaignStatus)> StatusesAsync(SolidarityDb db)
    {
        var both = await db.Projects.Select(p => new { p.Status, Campaign = p.Campaigns[0].Status }).SingleAsync();
        return (both.Status, both.Campaign);
    }

    private DecideReview Decide(SolidarityDb db) => new(db, new TellOwners(db), Clock);

    private SuspendProject Suspend(SolidarityDb db) => new(db, new TellOwners(db), Clock);

    private async Task<(Submitted Made, Guid Review)> SubmittedAsync()
    {
        var made = await Submitted.DraftAsync(Database);
        await using var db = Database.Open();
        return (made, await new SubmitForReview(db, Clock).ProjectAsync(made.Project, made.Owner.Id, null, None));
    }

    private async Task RefusedAsync(Reason reason, Func<SolidarityDb, Task> act)
    {
        await using var db = Database.Open();
        Assert.Equal(reason, (await Assert.ThrowsAsync<Refusal>(() => act(db))).Problems[0].Reason);
    }
}
