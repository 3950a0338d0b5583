using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.People;
using Solidarity.Domain.Pictures;
using Solidarity.Domain.Settings;
using Solidarity.Jobs.Pictures;

namespace Solidarity.App.Tests.Pictures;

/// <summary>Which pictures of the platform's own go, and when.</summary>
public sealed class ForgetLogosTests : PictureTest
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_logo_that_was_replaced_long_ago_goes_with_its_files_and_nothing_else()
    {
        var (longAgo, lately, shown, unsaved, fresh) = (await LogoAsync(days: 90), await LogoAsync(days: 90), await LogoAsync(days: 90), await LogoAsync(days: 40), await LogoAsync(days: 5));
        await using (var db = Open())
        {
            var by = Person.New("administrator@example.org", "Ann", "en", Now);
            db.People.Add(by);
            db.SettingsVersions.AddRange(Version(1, by, longAgo, 80), Version(2, by, lately, 60), Version(3, by, shown, 10));
            await db.SaveChangesAsync();
        }

        await using (var db = Open())
            await new ForgetLogos(db, Folder, TimeProvider.System).RunAsync(CancellationToken.None);

        await using var after = Open();
        // The second was the logo until ten days ago.
        Assert.Equal(new[] { lately.Id, shown.Id, fresh.Id }.Order(), (await after.Pictures.Select(p => p.Id).ToListAsync()).Order());
        Assert.All([longAgo, unsaved], p => Assert.Null(Folder.Find(p.Token, 60)));
        Assert.All([lately, shown, fresh], p => Assert.NotNull(Folder.Find(p.Token, 60)));
    }

    private static SettingsVersion Version(int id, Person by, Picture logo, int daysAgo) =>
        new() { Id = id, At = Now.AddDays(-daysAgo), ById = by.Id, Json = new SiteSettings { Logo = new SiteLogo(logo.Id, $"/pictures/{logo.Token}/60.webp", 60, 40) }.ToJson() };

    private async Task<Picture> LogoAsync(int days)
    {
        var picture = await StoreAsync(Png.Of(60, 40));
        await using var db = Open();
        await db.Pictures.Where(p => p.Id == picture.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.CreatedAt, Now.AddDays(-days)));
        return picture;
    }
}
