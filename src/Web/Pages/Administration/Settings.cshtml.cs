using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Pictures;
using Solidarity.Domain.Settings;
using Solidarity.Web.Administration;
using Solidarity.Web.Forms;
using Solidarity.Web.People;
using Solidarity.Web.Pictures;

namespace Solidarity.Web.Pages.Administration;

/// <summary>What administrators choose for the whole site. Two at once: the second sees what the first changed, and nothing typed is lost.</summary>
[Asks(Right.Administer)]
[TakesPictures]
public sealed class SettingsModel(SolidarityDb db, ChangeSettings change, StorePicture store, FollowSettings follow, Site site) : FormPage
{
    private const int LogoWidth = 160;

    public SettingsForm Form { get; private set; } = null!;

    public SiteLogo? Logo { get; private set; }

    /// <summary>What somebody else changed since the form was opened.</summary>
    public IReadOnlyList<SettingsChange> ChangedMeanwhile { get; private set; } = [];

    /// <summary>A new logo.</summary>
    [BindProperty]
    public IFormFile? Picture { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var newest = await db.NewestSettingsAsync(cancel);
        var settings = newest is null ? new SiteSettings() : SiteSettings.FromJson(newest.Json);
        (Form, Logo) = (SettingsForm.Of(settings, newest?.Id ?? 0), settings.Logo);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Form = SettingsForm.Read(await Request.ReadFormAsync(cancel));
        var me = HttpContext.Session().PersonId;
        try
        {
            Logo = await LogoAsync(Form.LogoId, cancel);
            if (Picture is { Length: > 0 })
                await TakeLogoAsync(Picture, me, cancel);
            await change.RunAsync(Form.With(Logo), Form.BasedOn, me, cancel);
            await follow.RefreshAsync(cancel);
            return Then("/administration/settings", "DoneSettings");
        }
        catch (Refusal refusal)
        {
            if (refusal.Problems.Any(p => p.Reason == Reason.SettingsChanged))
                await CompareAsync(cancel);
            return Refused(refusal);
        }
    }

    /// <summary>Kept even if something else is refused: a file cannot be typed again.</summary>
    private async Task TakeLogoAsync(IFormFile upload, Guid me, CancellationToken cancel)
    {
        await using var stream = upload.OpenReadStream();
        var picture = await store.RunAsync(stream, upload.FileName, Form.Name ?? site.Name, null, me, cancel);
        (Form, Logo) = (Form with { LogoId = picture.Id }, LogoOf(picture));
    }

    private async Task<SiteLogo?> LogoAsync(Guid? id, CancellationToken cancel) =>
        await db.Pictures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.OrganisationId == null, cancel) is { } picture ? LogoOf(picture) : null;

    private static SiteLogo LogoOf(Picture picture) => new(picture.Id, picture.AddressNear(LogoWidth), picture.Width, picture.Height);

    /// <summary>The form goes on from the newest version, so that sending it again is a decision.</summary>
    private async Task CompareAsync(CancellationToken cancel)
    {
        var seen = await db.SettingsVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == Form.BasedOn, cancel);
        var newest = await db.NewestSettingsAsync(cancel);
        ChangedMeanwhile = SettingsChange.Between(seen is null ? new SiteSettings() : SiteSettings.FromJson(seen.Json), newest is null ? new SiteSettings() : SiteSettings.FromJson(newest.Json));
        Form = Form with { BasedOn = newest?.Id ?? 0 };
    }
}
