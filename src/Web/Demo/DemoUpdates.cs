using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Messages;

namespace Solidarity.Web.Demo;

/// <summary>Followers, updates and answers in the order in which they came, each by the verb that a form calls.</summary>
internal sealed class DemoUpdates(SolidarityDb db, DemoClock clock, FollowProject follow, WriteUpdate write, PublishUpdate publish, AnswerUpdate answer, ProcessOutbox outbox)
{
    public async Task MakeAsync(DemoWords words, Guid authorId, DateTimeOffset today, CancellationToken cancel)
    {
        var project = await db.Projects.SingleAsync(p => p.Slug == words.Updated, cancel);
        var updates = new Dictionary<DemoUpdate, Guid>();
        var acts = words.Followers.Select(f => (f.DaysAgo, Act: (Func<Task>)(() => FollowAsync(f)))).ToList();
        acts.AddRange(words.Updates.Select(u => (u.DaysAgo, (Func<Task>)(() => WriteAsync(u)))));
        acts.AddRange(words.Updates.SelectMany(u => u.Answers.Select(a => (a.DaysAgo, (Func<Task>)(() => AnswerAsync(u, a))))));
        foreach (var (daysAgo, act) in acts.OrderByDescending(a => a.DaysAgo))
        {
            clock.Set(today.AddDays(-daysAgo));
            await act();
        }

        async Task FollowAsync(DemoFollower demo)
        {
            await follow.AskAsync(project.Id, project.Title, demo.Email, demo.Language, cancel);
            var token = await db.Follows.Where(f => f.ProjectId == project.Id && f.Email == demo.Email).Select(f => f.Token).SingleAsync(cancel);
            await follow.ConfirmAsync(token, cancel);
        }

        async Task WriteAsync(DemoUpdate demo)
        {
            var update = await write.BeginAsync(project.Id, authorId, new UpdateWords(demo.Title, DemoFiles.Text(demo.Body), project.Language, UpdateAudience.Everyone), cancel);
            updates[demo] = update.Id;
            if (!demo.Published)
                return;
            await publish.NowAsync(project.Id, update.Id, update.Version, authorId, cancel);
            // At once: it goes to those who follow at that moment.
            await outbox.RunAsync(cancel);
        }

        async Task AnswerAsync(DemoUpdate demo, DemoAnswer its)
        {
            var update = await db.Updates.SingleAsync(u => u.Id == updates[demo], cancel);
            await answer.RunAsync(update, new UpdateReader(its.Email, its.Name, IsGiver: false), its.Name, its.Words, its.Language, cancel);
        }
    }
}
