using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Web.Caching;

namespace Solidarity.App.Tests.Caching;

/// <summary>What one node changes, another node drops: the other's cache is a list of what it was told to drop.</summary>
[Collection(SiteTests.Name)]
public sealed class FollowDropsTests(SiteFixture site)
{
    [Fact]
    public async Task A_change_is_told_to_other_nodes_with_its_commit_and_once()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var tag = PageCache.CampaignTag(campaign.Id);
        var pages = new DroppedTags();
        using var other = Other(pages);
        await other.LookAsync(CancellationToken.None);

        await RenameAsync(campaign, "Two thousand meals");
        await other.LookAsync(CancellationToken.None);
        await other.LookAsync(CancellationToken.None);

        Assert.Equal(1, pages.All.Count(t => t == tag));
        Assert.Contains(PageCache.Lists, pages.All);
    }

    [Fact]
    public async Task What_is_rolled_back_is_not_told_and_what_is_saved_after_it_is()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var tag = PageCache.CampaignTag(campaign.Id);
        var pages = new DroppedTags();
        using var other = Other(pages);
        await other.LookAsync(CancellationToken.None);

        await site.InDbAsync(async db =>
        {
            await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                await using var taken = await db.Database.BeginTransactionAsync();
                await RenameAsync(db, campaign, "Never");
            });
            db.ChangeTracker.Clear();
            await other.LookAsync(CancellationToken.None);
            Assert.DoesNotContain(tag, pages.All);
            // The same context, and the same tag again.
            await RenameAsync(db, campaign, "Three thousand meals");
            await RenameAsync(db, campaign, "Four thousand meals");
            // Nobody who works with the context sees the rows.
            Assert.Empty(db.ChangeTracker.Entries<Domain.Nodes.PageDrop>());
            return true;
        });
        await other.LookAsync(CancellationToken.None);

        Assert.Contains(tag, pages.All);
    }

    private FollowDrops Other(DroppedTags pages) =>
        new(site.Services.GetRequiredService<IServiceScopeFactory>(), pages, TimeProvider.System, NullLogger<FollowDrops>.Instance);

    private Task RenameAsync(DemoCampaign campaign, string title) => site.InDbAsync(async db =>
    {
        await RenameAsync(db, campaign, title);
        return true;
    });

    private static async Task RenameAsync(SolidarityDb db, DemoCampaign campaign, string title)
    {
        (await db.Campaigns.SingleAsync(c => c.Id == campaign.Id)).Title = title;
        await db.SaveChangesAsync();
    }

    private sealed class DroppedTags : IOutputCacheStore
    {
        public List<string> All { get; } = [];

        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
        {
            All.Add(tag);
            return ValueTask.CompletedTask;
        }

        public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult<byte[]?>(null);

        public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
