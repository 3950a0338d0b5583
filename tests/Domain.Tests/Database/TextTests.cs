using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;

namespace Solidarity.Domain.Tests.Database;

/// <summary>Text means the same on every database.</summary>
public class TextTests : DatabaseTest
{
    [Theory]
    [InlineData("a\0b")]
    [InlineData("\ud800")]
    [InlineData("half \udc00 a letter")]
    public async Task A_search_for_nonsense_finds_nothing(string text)
    {
        await Database.CampaignAsync();
        await using var db = Database.Open();
        string[] texts = [text, "x"];
        Assert.False(await db.Projects.AnyAsync(p => p.Slug == text));
        Assert.False(await db.Projects.AnyAsync(p => texts.Contains(p.Slug)));
        Assert.Equal(0, await db.Projects.Where(p => p.Slug == text).ExecuteUpdateAsync(set => set.SetProperty(p => p.Place, text)));
    }

    [Fact]
    public async Task Who_searches_need_not_mind_capitals()
    {
        var organisation = Seed.Organisation();
        organisation.Name = "The Soup Kitchen";
        await SaveAsync(organisation);
        await using var db = Database.Open();
        Assert.True(await db.Organisations.AnyAsync(o => EF.Functions.Like(o.Name, "%soup K%", "\\")));
        Assert.False(await db.Organisations.AnyAsync(o => EF.Functions.Like(o.Name, "%soup\\%", "\\")));
    }

    [Fact]
    public async Task Ids_mind_capitals_and_sort_by_their_bytes()
    {
        await using var db = Database.Open();
        foreach (var key in new[] { "b", "A", "a", "B", "_" })
            db.Inbox.Add(new InboxMessage { EventId = key, Kind = "test", CreatedAt = FakeClock.Noon, DueAt = FakeClock.Noon, ObjectId = "x" });
        await db.SaveChangesAsync();
        Assert.Equal(["A", "B", "_", "a", "b"], await db.Inbox.OrderBy(m => m.EventId).Select(m => m.EventId).ToListAsync());
        Assert.Equal(1, await db.Inbox.CountAsync(m => m.EventId == "a"));
    }
}
