using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.People;
using Solidarity.Domain.Settings;

namespace Solidarity.Domain.Tests.Settings;

public class ChangeSettingsTests : DatabaseTest
{
    [Fact]
    public async Task Of_two_at_once_one_is_told()
    {
        var person = await PersonAsync();
        var both = await Task.WhenAll(SaveAsync("One", 0, person), SaveAsync("Two", 0, person));
        Assert.Single(both, done => done);
        await using var db = Database.Open();
        Assert.Equal(1, Assert.Single(await db.SettingsVersions.ToListAsync()).Id);
        Assert.Equal(1, await db.Trail.CountAsync());
    }

    [Fact]
    public async Task Versions_follow_each_other_and_the_newest_counts()
    {
        var person = await PersonAsync();
        Assert.True(await SaveAsync("One", 0, person));
        Assert.True(await SaveAsync("Two", 1, person));
        Assert.False(await SaveAsync("Late", 1, person));
        await using var db = Database.Open();
        Assert.Equal("Two", SiteSettings.FromJson((await db.NewestSettingsAsync(None))!.Json).Name);
    }

    [Fact]
    public void What_is_kept_is_read_back()
    {
        var settings = new SiteSettings { Name = "X", Logo = new SiteLogo(Guid.NewGuid(), "/p", 2, 1), Legal = new Dictionary<string, string> { ["fr"] = "Mots" }, Languages = ["nl"], Currency = "CHF" };
        var back = SiteSettings.FromJson(settings.ToJson());
        Assert.Equal(settings.ToJson(), back.ToJson());
        Assert.Equal(("fr", "Mots"), SiteSettings.In(back.Legal, "de"));
        Assert.Null(SiteSettings.In(back.Privacy, "de"));
    }

    [Fact]
    public void The_site_is_called_as_administrators_say_and_else_as_configured()
    {
        var site = new Site { Name = "Configured", PublicUrl = new Uri("https://give.example.org") };
        Assert.Equal(("Configured", "en"), (site.Name, site.DefaultLanguage));
        site.Settings = new SiteSettings { Name = "Chosen", Languages = ["nl", "it"] };
        Assert.Equal(("Chosen", "nl"), (site.Name, site.DefaultLanguage));
        Assert.False(site.Offers("en"));
    }

    private async Task<Guid> PersonAsync()
    {
        var person = Person.New("a@example.org", "A", "en", FakeClock.Noon);
        await SaveAsync(person);
        return person.Id;
    }

    private async Task<bool> SaveAsync(string name, int basedOn, Guid by)
    {
        await using var db = Database.Open();
        try
        {
            await new ChangeSettings(db, Clock).RunAsync(new SiteSettings { Name = name }, basedOn, by, None);
            return true;
        }
        catch (Refusal refusal)
        {
            Assert.Equal(Reason.SettingsChanged, Assert.Single(refusal.Problems).Reason);
            return false;
        }
    }
}
