using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Updates;

/// <summary>Shows an update to those it is for, now or later; what mails it is an outbox message saved with it.</summary>
public sealed class PublishUpdate(SolidarityDb db, TimeProvider clock)
{
    /// <exception cref="Refusal">It is published already, or nobody can see its project.</exception>
    public async Task NowAsync(Guid projectId, Guid updateId, Guid personId, CancellationToken cancel)
    {
        var update = await FindAsync(projectId, updateId, cancel);
        Publish(update);
        Note("UpdatePublished", update, personId);
        await SaveAsync(cancel);
    }

    /// <exception cref="Refusal">The moment is past, it is published already, or nobody can see its project.</exception>
    public async Task LaterAsync(Guid projectId, Guid updateId, Guid personId, DateTimeOffset at, CancellationToken cancel)
    {
        if (at <= clock.GetUtcNow())
            throw new Refusal(Reason.DateNotAhead, "at");
        var update = await FindAsync(projectId, updateId, cancel);
        update.MoveTo(UpdateStatus.Scheduled, at);
        Note("UpdateScheduled", update, personId);
        await SaveAsync(cancel);
    }

    /// <summary>Back to a draft, if its moment has not come.</summary>
    /// <exception cref="Refusal">It is not waiting for one.</exception>
    public async Task NotYetAsync(Guid projectId, Guid updateId, Guid personId, CancellationToken cancel)
    {
        var update = await FindAsync(projectId, updateId, cancel);
        update.MoveTo(UpdateStatus.Draft, clock.GetUtcNow());
        Note("UpdateUnscheduled", update, personId);
        await SaveAsync(cancel);
    }

    /// <summary>Publishes whatever was to be published by now. A project that nobody can see keeps its own waiting.</summary>
    public async Task<int> DueAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var due = await db.Updates.Where(u => u.Status == UpdateStatus.Scheduled && u.PublishAt <= now).OrderBy(u => u.PublishAt).Take(50)
            .Include(u => u.Project).ToListAsync(cancel);
        var published = 0;
        foreach (var update in due.Where(u => u.Project.Publishes()))
        {
            Publish(update);
            Note("UpdatePublished", update, null);
            published++;
        }

        await SaveAsync(cancel);
        return published;
    }

    private async Task<Update> FindAsync(Guid projectId, Guid updateId, CancellationToken cancel)
    {
        var update = await db.Updates.Include(u => u.Project).SingleAsync(u => u.ProjectId == projectId && u.Id == updateId, cancel);
        return update.Project.Publishes() ? update : throw new Refusal(Reason.ProjectNotShown);
    }

    private void Publish(Update update)
    {
        var now = clock.GetUtcNow();
        update.MoveTo(UpdateStatus.Published, now);
        db.Send(OutboxKinds.PublishUpdate, update.Id, now);
    }

    private void Note(string act, Update update, Guid? personId) =>
        db.Note(act, personId, clock.GetUtcNow(), update.Project.OrganisationId, update.Id, update.Title);

    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else published or changed it at the same moment.
            db.ChangeTracker.Clear();
            throw new Refusal(Reason.ChangedMeanwhile);
        }
    }
}
