using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Tests.Organisations;
using Solidarity.Domain.Updates;

namespace Solidarity.Domain.Tests.Updates;

public class PublishUpdateTests : DatabaseTest
{
    private readonly Domain.People.Person author = Posts.Author();

    [Fact]
    public async Task Nobody_publishes_words_that_a_colleague_saved_and_they_have_not_seen()
    {
        var update = await WrittenAsync();
        await using (var db = Database.Open())
            await new WriteUpdate(db, Clock).SaveAsync(update.ProjectId, update.Id, new UpdateWords("Other", "words", "en", UpdateAudience.Everyone), update.Version, None);
        Assert.Equal(Reason.ChangedMeanwhile, await TeamSeed.ReasonAsync(() => InAsync(p => p.NowAsync(update.ProjectId, update.Id, update.Version, author.Id, None))));
        Assert.Equal(Reason.ChangedMeanwhile, await TeamSeed.ReasonAsync(() => InAsync(p => p.LaterAsync(update.ProjectId, update.Id, update.Version, author.Id, Clock.Now.AddDays(1), None))));
        Assert.Equal(UpdateStatus.Draft, await StatusAsync(update.Id));
    }

    [Fact]
    public async Task What_was_scheduled_can_be_taken_back_while_its_project_is_not_shown()
    {
        var update = await WrittenAsync(Clock.Now.AddDays(1));
        await SuspendAsync(update.ProjectId);
        Assert.Equal(Reason.ProjectNotShown, await TeamSeed.ReasonAsync(() => InAsync(p => p.NowAsync(update.ProjectId, update.Id, update.Version, author.Id, None))));
        await InAsync(p => p.NotYetAsync(update.ProjectId, update.Id, author.Id, None));
        Assert.Equal(UpdateStatus.Draft, await StatusAsync(update.Id));
    }

    [Fact]
    public async Task Updates_of_a_suspended_project_do_not_hold_up_the_others()
    {
        var update = await WrittenAsync(Clock.Now.AddHours(2));
        var suspended = await Database.CampaignAsync("suspended");
        await SaveAsync([.. Enumerable.Range(1, 60).Select(number =>
        {
            var waiting = Posts.Update(suspended.ProjectId, author.Id, number);
            waiting.MoveTo(UpdateStatus.Scheduled, Clock.Now.AddHours(1));
            return waiting;
        })]);
        await SuspendAsync(suspended.ProjectId);
        Clock.Advance(TimeSpan.FromHours(3));
        await InAsync(async p => Assert.Equal(1, await p.DueAsync(None)));
        Assert.Equal(UpdateStatus.Published, await StatusAsync(update.Id));
    }

    private async Task<Update> WrittenAsync(DateTimeOffset? at = null)
    {
        var update = Posts.Update((await Database.CampaignAsync()).ProjectId, author.Id);
        if (at is { } moment)
            update.MoveTo(UpdateStatus.Scheduled, moment);
        await SaveAsync(author, update);
        return update;
    }

    private async Task SuspendAsync(Guid projectId)
    {
        await using var db = Database.Open();
        (await db.Projects.SingleAsync(p => p.Id == projectId)).MoveTo(ProjectStatus.Suspended, Clock.Now, "test");
        await db.SaveChangesAsync();
    }

    private async Task<UpdateStatus> StatusAsync(Guid id)
    {
        await using var db = Database.Open();
        return await db.Updates.Where(u => u.Id == id).Select(u => u.Status).SingleAsync();
    }

    private async Task InAsync(Func<PublishUpdate, Task> work)
    {
        await using var db = Database.Open();
        await work(new PublishUpdate(db, Clock));
    }
}
