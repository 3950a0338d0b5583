using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Updates;

namespace Solidarity.Web.Caching;

/// <summary>
/// Drops cached pages once what they show has changed for good: after the commit, never before. For the other nodes it is written down in the same
/// transaction (<see cref="FollowDrops"/>).
/// </summary>
public sealed class DropChangedPages(IServiceProvider services) : DbTransactionInterceptor, ISaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, ChangedTags> _changed = [];

    public async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db)
        {
            foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
                Note(db, entry.Entity);
            await NoteOrganisationsAsync(db, cancellationToken);
            await NoteMealsAsync(db, cancellationToken);
            if (_changed.TryGetValue(db, out var changed))
                changed.Tell(db);
        }

        return result;
    }

    public async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } saved && _changed.TryGetValue(saved, out var changed))
            changed.Saved(saved);
        // Inside a transaction others still see the old rows.
        if (eventData.Context is { Database.CurrentTransaction: null } db)
            await DropAsync(db);
        return result;
    }

    public Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) => FailedAsync(eventData.Context);

    public Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default) => FailedAsync(eventData.Context);

    public override async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db)
            await DropAsync(db);
    }

    private Task FailedAsync(DbContext? db)
    {
        if (db is not null && _changed.TryGetValue(db, out var changed))
            changed.Failed(db);
        return Task.CompletedTask;
    }

    private void Note(DbContext db, object entity)
    {
        var tags = _changed.GetOrCreateValue(db).Tags;
        switch (entity)
        {
            // Every movement of money passes the ledger, and every total moves with it.
            case LedgerTransaction { CampaignId: { } id }:
                tags.UnionWith([PageCache.CampaignTag(id), PageCache.Lists]);
                break;
            case Campaign campaign:
                tags.UnionWith([PageCache.CampaignTag(campaign.Id), PageCache.Lists]);
                break;
            case Project project:
                tags.UnionWith([PageCache.ProjectTag(project.Id), PageCache.Lists]);
                break;
            // Words that were taken off the wall, by a moderator or with their giver, or brought back to it.
            case Donation donation when donation.WordsHiddenAt is not null || donation.ErasedAt is not null || db.Entry(donation).Property(d => d.WordsHiddenAt).IsModified:
                tags.UnionWith([.. donation.CampaignLines.Select(l => PageCache.CampaignTag(l.CampaignId!.Value)), PageCache.Lists]);
                break;
            case Update update:
                tags.UnionWith([PageCache.UpdateTag(update.Id), PageCache.ProjectTag(update.ProjectId), PageCache.Lists]);
                break;
            case UpdateAnswer answer:
                tags.Add(PageCache.UpdateTag(answer.UpdateId));
                break;
            case ProjectTranslation { ProjectId: var id }:
                tags.Add(PageCache.ProjectTag(id));
                break;
            case ProjectQuestion { ProjectId: var id }:
                tags.Add(PageCache.ProjectTag(id));
                break;
            case ProjectPerson { ProjectId: var id }:
                tags.Add(PageCache.ProjectTag(id));
                break;
            case MealThanks { CampaignId: var id }:
                tags.Add(PageCache.CampaignTag(id));
                break;
            case CampaignNeed { CampaignId: var id }:
                tags.Add(PageCache.CampaignTag(id));
                break;
            case CampaignAddition { CampaignId: var id }:
                tags.Add(PageCache.CampaignTag(id));
                break;
            case MealProgramme { CampaignId: var id }:
                tags.Add(PageCache.CampaignTag(id));
                break;
            case MealPartner { CampaignId: var id }:
                tags.Add(PageCache.CampaignTag(id));
                break;
            case CareSite { CampaignId: var id }:
                tags.Add(PageCache.CampaignTag(id));
                break;
            case Organisation:
                tags.Add(PageCache.Lists);
                break;
        }
    }

    /// <summary>An organisation is named on the pages of its projects, and of those whose campaigns pay it.</summary>
    private async Task NoteOrganisationsAsync(DbContext db, CancellationToken cancel)
    {
        var changed = db.ChangeTracker.Entries<Organisation>().Where(e => e.State == EntityState.Modified).Select(e => e.Entity.Id).ToList();
        if (changed.Count == 0)
            return;
        var projects = await db.Set<Project>().Where(p => changed.Contains(p.OrganisationId) || p.Campaigns.Any(c => changed.Contains(c.Partner.OrganisationId))).Select(p => p.Id).ToListAsync(cancel);
        _changed.GetOrCreateValue(db).Tags.UnionWith(projects.Select(PageCache.ProjectTag));
    }

    /// <summary>Where meals are is shown on the page of their programme; the counts themselves are changed by statements, always together with these rows.</summary>
    private async Task NoteMealsAsync(DbContext db, CancellationToken cancel)
    {
        var cooks = db.ChangeTracker.Entries<MealVoucher>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity.MealPartnerId)
            .Concat(db.ChangeTracker.Entries<MealDelivery>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity.MealPartnerId)).Distinct().ToList();
        if (cooks.Count == 0)
            return;
        var campaigns = await db.Set<MealPartner>().Where(p => cooks.Contains(p.Id)).Select(p => p.CampaignId).Distinct().ToListAsync(cancel);
        _changed.GetOrCreateValue(db).Tags.UnionWith(campaigns.Select(PageCache.CampaignTag));
    }

    private async Task DropAsync(DbContext db)
    {
        if (!_changed.TryGetValue(db, out var changed) || changed.Take() is not { Count: > 0 } tags)
            return;
        var store = services.GetRequiredService<IOutputCacheStore>();
        foreach (var tag in tags)
            await store.EvictByTagAsync(tag, CancellationToken.None);
    }
}
