using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Updates;

/// <summary>Shows an update to those it is for, now or later; what mails it is an outbox message saved with it.</summary>
public sealed class PublishUpdate(SolidarityDb db, TimeProvider clock)
{
    /// <param name="version">Of the words that whoever publishes has seen.</param>
    /// <exception cref="Refusal">It is published already, somebody changed it meanwhile, or nobody can see its project.</exception>
    public async Task NowAsync(Guid projectId, Guid updateId, Guid version, Guid personId, CancellationToken cancel)
    {
        var update = await SeenAsync(projectId, updateId, version, cancel);
        Publish(update);
        Note("UpdatePublished", update, personId);
        await db.SaveOrRefuseAsync(cancel);
    }

    /// <param name="version">Of the words that whoever publishes has seen.</param>
    /// <exception cref="Refusal">The moment is past, it is published already, somebody changed it meanwhile, or nobody can see its project.</exception>
    public async Task LaterAsync(Guid projectId, Guid updateId, Guid version, Guid personId, DateTimeOffset at, CancellationToken cancel)
    {
        if (at <= clock.GetUtcNow())
            throw new Refusal(Reason.DateNotAhead, "at");
        var update = await SeenAsync(projectId, updateId, version, cancel);
        update.MoveTo(UpdateStatus.Scheduled, at);
        Note("UpdateScheduled", update, personId);
        await db.SaveOrRefuseAsync(cancel);
    }

    /// <summary>Back to a draft, if its moment has not come.</summary>
    /// <exception cref="Refusal">It is not waiting for one.</exception>
    public async Task NotYetAsync(Guid projectId, Guid updateId, Guid personId, CancellationToken cancel)
    {
        var update = await FindAsync(projectId, updateId, cancel);
        update.MoveTo(UpdateStatus.Draft, clock.GetUtcNow());
        Note("UpdateUnscheduled", update, personId);
        await db.SaveOrRefuseAsync(cancel);
    }

    /// <summary>Publishes whatever was to be published by now. A project that nobody can see keeps its own waiting.</summary>
    public async Task<int> DueAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var due = await db.Updates.Where(u => u.Status == UpdateStatus.Scheduled && u.PublishAt <= now && ShownProjects.States.Contains(u.Project.Status))
            .OrderBy(u => u.PublishAt).Take(50).Include(u => u.Project).ToListAsync(cancel);
        foreach (var update in due)
        {
            Publish(update);
            Note("UpdatePublished", update, null);
        }

        await db.SaveOrRefuseAsync(cancel);
        return due.Count;
    }

    private Task<Update> FindAsync(Guid projectId, Guid updateId, CancellationToken cancel) =>
        db.Updates.Include(u => u.Project).SingleAsync(u => u.ProjectId == projectId && u.Id == updateId, cancel);

    private async Task<Update> SeenAsync(Guid projectId, Guid updateId, Guid version, CancellationToken cancel)
    {
        var update = await FindAsync(projectId, updateId, cancel);
        if (!update.Project.IsShown())
            throw new Refusal(Reason.ProjectNotShown);
        return update.Version == version ? update : throw new Refusal(Reason.ChangedMeanwhile);
    }

    private void Publish(Update update)
    {
        var now = clock.GetUtcNow();
        update.MoveTo(UpdateStatus.Published, now);
        db.Send(OutboxKinds.PublishUpdate, update.Id, now);
    }

    private void Note(string act, Update update, Guid? personId) =>
        db.Note(act, personId, clock.GetUtcNow(), update.Project.OrganisationId, update.Id, update.Title);
}
