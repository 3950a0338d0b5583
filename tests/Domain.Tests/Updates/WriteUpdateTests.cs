using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Updates;

namespace Solidarity.Domain.Tests.Updates;

public class WriteUpdateTests : DatabaseTest
{
    private static readonly UpdateWords Words = new("Soup", "We cooked.", "en", UpdateAudience.Everyone);

    [Fact]
    public async Task Updates_are_numbered_in_their_project()
    {
        var (one, two, author) = await ProjectsAsync();
        Assert.Equal(1, (await BeginAsync(one, author)).Number);
        Assert.Equal(2, (await BeginAsync(one, author)).Number);
        Assert.Equal(1, (await BeginAsync(two, author)).Number);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var (one, _, author) = await ProjectsAsync();
        await using var db = Database.Open();
        var refusal = await Assert.ThrowsAsync<Refusal>(() => new WriteUpdate(db, Clock).BeginAsync(one, author, new UpdateWords(" ", null, "xx", UpdateAudience.Everyone), None));
        Assert.Equal(["title", "body", "language"], refusal.Problems.Select(p => p.Field));
    }

    [Fact]
    public async Task The_second_of_two_who_save_is_refused_and_the_first_stands()
    {
        var (one, _, author) = await ProjectsAsync();
        var update = await BeginAsync(one, author);
        await SaveWordsAsync(one, update, Words with { Body = "First." });
        var refusal = await Assert.ThrowsAsync<Refusal>(() => SaveWordsAsync(one, update, Words with { Body = "Second." }));
        Assert.Equal(Reason.ChangedMeanwhile, refusal.Problems[0].Reason);
        await using var db = Database.Open();
        Assert.Equal("First.", await db.Updates.Select(u => u.Body).SingleAsync());
    }

    [Fact]
    public async Task Who_it_is_for_stays_once_it_is_published()
    {
        var (one, _, author) = await ProjectsAsync();
        var update = await BeginAsync(one, author);
        await using (var db = Database.Open())
            await new PublishUpdate(db, Clock).NowAsync(one, update.Id, update.Version, author, None);
        await using (var db = Database.Open())
        {
            var version = await db.Updates.Select(u => u.Version).SingleAsync();
            await new WriteUpdate(db, Clock).SaveAsync(one, update.Id, Words with { Title = "Mended", Audience = UpdateAudience.Givers }, version, None);
        }

        await using var after = Database.Open();
        var saved = await after.Updates.SingleAsync();
        Assert.Equal(("Mended", UpdateAudience.Everyone), (saved.Title, saved.Audience));
    }

    private async Task SaveWordsAsync(Guid project, Update update, UpdateWords words)
    {
        await using var db = Database.Open();
        await new WriteUpdate(db, Clock).SaveAsync(project, update.Id, words, update.Version, None);
    }

    private async Task<Update> BeginAsync(Guid project, Guid author)
    {
        await using var db = Database.Open();
        return await new WriteUpdate(db, Clock).BeginAsync(project, author, Words, None);
    }

    private async Task<(Guid One, Guid Two, Guid Author)> ProjectsAsync()
    {
        var author = Posts.Author();
        await SaveAsync(author);
        return ((await Database.CampaignAsync("one")).ProjectId, (await Database.CampaignAsync("two")).ProjectId, author.Id);
    }
}
