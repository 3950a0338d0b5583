using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Tests.Organisations;

namespace Solidarity.Domain.Tests.Projects;

public class WriteStoryTests : DatabaseTest
{
    private readonly Person ann = TeamSeed.Person("ann@example.org");
    private readonly Person ben = TeamSeed.Person("ben@example.org");
    private readonly Project project = Seed.Project(Seed.Organisation());

    [Fact]
    public async Task What_was_there_before_versions_were_kept_is_the_first()
    {
        await BeginAsync(ProjectStatus.Live);
        var saved = await WriteAsync("We cook and ride.", 1, ann);
        Assert.Equal((2, null), (saved.Newest.Number, saved.Aside));
        await using var db = Database.Open();
        Assert.Equal(["We cook.", "We cook and ride."], await db.StoryVersions.OrderBy(v => v.Number).Select(v => v.Story).ToListAsync());
        Assert.Equal("We cook.", (await db.Projects.SingleAsync()).Story);
    }

    [Fact]
    public async Task Two_editors_at_once_lose_nothing_and_saving_on_the_newest_goes_through()
    {
        await BeginAsync(ProjectStatus.Draft);
        await WriteAsync("Ann was first.", 1, ann);
        var both = await WriteAsync("Ben was second.", 1, ben);
        Assert.Equal(("Ann was first.", "Ben was second."), (both.Newest.Story, both.Aside!.Story));
        Assert.Equal("Ann was first.", await ShownAsync());
        // The page reloaded: nothing is kept twice.
        Assert.Equal(both.Aside.Number, (await WriteAsync("Ben was second.", 1, ben)).Aside!.Number);

        var joined = await WriteAsync("Ann was first. Ben was second.", both.Newest.Number, ben);
        Assert.Null(joined.Aside);
        Assert.Equal("Ann was first. Ben was second.", await ShownAsync());
        await using var db = Database.Open();
        Assert.Equal([false, false, true, false], await db.StoryVersions.OrderBy(v => v.Number).Select(v => v.Aside).ToListAsync());
    }

    [Fact]
    public async Task Eight_editors_at_the_same_moment_are_all_in_the_history_and_one_is_newest()
    {
        await BeginAsync(ProjectStatus.Draft);
        await WriteAsync("Begun.", 1, ann);
        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => WriteAsync($"Number {i}", 2, ann))));
        Assert.Single(saved, s => s.Aside is null);
        await using var db = Database.Open();
        var stories = await db.StoryVersions.Select(v => v.Story).ToListAsync();
        Assert.All(Enumerable.Range(0, 8), i => Assert.Contains($"Number {i}", stories));
    }

    [Fact]
    public async Task The_same_words_again_are_no_new_version_and_the_draft_is_done_with()
    {
        await BeginAsync(ProjectStatus.Draft);
        await using (var db = Database.Open())
            await new KeepDraft(db, Clock).RunAsync(project.Id, "en", Words("Half a"), 1, ann.Id, None);
        Assert.Equal(1, (await WriteAsync("We cook.", 1, ann)).Newest.Number);
        await using var after = Database.Open();
        Assert.Empty(await after.StoryVersions.ToListAsync());
        Assert.Empty(await after.StoryDrafts.ToListAsync());
    }

    [Fact]
    public async Task The_public_sees_new_words_once_they_are_published()
    {
        await BeginAsync(ProjectStatus.Live);
        await WriteAsync("New.", 1, ann);
        Assert.Equal("We cook.", await ShownAsync());
        await PublishAsync("en", 2);
        Assert.Equal("New.", await ShownAsync());
        await using var db = Database.Open();
        Assert.Equal("en · 2", (await db.Trail.SingleAsync(t => t.Act == "WordsPublished")).Words);
    }

    [Fact]
    public async Task Nobody_publishes_words_that_a_colleague_saved_and_they_have_not_seen()
    {
        await BeginAsync(ProjectStatus.Live);
        await WriteAsync("Seen.", 1, ann);
        await WriteAsync("Unseen.", 2, ben);
        Assert.Equal(Reason.ChangedMeanwhile, await TeamSeed.ReasonAsync(() => PublishAsync("en", 2)));
        Assert.Equal("We cook.", await ShownAsync());
        await PublishAsync("en", 3);
        Assert.Equal("Unseen.", await ShownAsync());
    }

    [Fact]
    public async Task What_a_moderator_reads_does_not_change_under_their_eyes()
    {
        await BeginAsync(ProjectStatus.InReview);
        await WriteAsync("Something else.", 1, ann);
        Assert.Equal("We cook.", await ShownAsync());
        Assert.Equal(Reason.InReviewNow, await TeamSeed.ReasonAsync(() => PublishAsync("en", 2)));
    }

    [Fact]
    public async Task A_translation_is_published_and_withdrawn_by_itself()
    {
        await BeginAsync(ProjectStatus.Live);
        await WriteAsync("Wij koken.", 0, ann, "nl");
        await PublishAsync("nl", 1);
        await using (var db = Database.Open())
            Assert.Equal("Wij koken.", (await db.ProjectTranslations.SingleAsync()).Story);
        Assert.Equal("We cook.", await ShownAsync());
        await using (var db = Database.Open())
            await new PublishStory(db, Clock).WithdrawTranslationAsync(project.Id, "nl", ann.Id, None);
        await using var after = Database.Open();
        Assert.Empty(await after.ProjectTranslations.ToListAsync());
        Assert.Single(await after.StoryVersions.Where(v => v.Language == "nl").ToListAsync());
    }

    private static StoryWords Words(string story) => new("Soup", "Soup for all", "Gent", story);

    private async Task BeginAsync(ProjectStatus status)
    {
        var organisation = Seed.Organisation();
        var saved = new Project
        {
            Id = project.Id,
            OrganisationId = organisation.Id,
            Slug = project.Slug,
            Title = project.Title,
            Summary = project.Summary,
            Language = project.Language,
            Place = project.Place,
            Story = project.Story,
        };
        foreach (var step in new[] { ProjectStatus.InReview, ProjectStatus.Live }.TakeWhile(_ => saved.Status != status))
            saved.MoveTo(step, FakeClock.Noon, "test");
        await SaveAsync(organisation, ann, ben, saved);
    }

    private async Task<StorySaved> WriteAsync(string story, int basedOn, Person by, string language = "en")
    {
        await using var db = Database.Open();
        return await new WriteStory(db, Clock).RunAsync(project.Id, language, Words(story), basedOn, by.Id, None);
    }

    private async Task PublishAsync(string language, int number)
    {
        await using var db = Database.Open();
        await new PublishStory(db, Clock).RunAsync(project.Id, language, number, ann.Id, None);
    }

    private async Task<string> ShownAsync()
    {
        await using var db = Database.Open();
        return await db.Projects.Select(p => p.Story).SingleAsync();
    }
}
