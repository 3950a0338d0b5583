using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Settings;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Administration;

/// <summary>Every version of the settings: who saved it, when, and what it changed.</summary>
[Asks(Right.Administer)]
public sealed class SettingsHistoryModel(SolidarityDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public List<VersionRow> Rows { get; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // One more than is shown: the last is told by what it changed, too.
        var versions = await db.SettingsVersions.Where(v => Before == null || v.Id < Before).OrderByDescending(v => v.Id).Take(Paging.PerPage + 1)
            .Select(v => new { v.Id, v.At, v.Json, Who = db.People.Where(p => p.Id == v.ById && p.ErasedAt == null).Select(p => p.Name).FirstOrDefault() }).ToListAsync(cancel);
        for (var i = 0; i < Math.Min(versions.Count, Paging.PerPage); i++)
        {
            var before = i + 1 < versions.Count ? SiteSettings.FromJson(versions[i + 1].Json) : new SiteSettings();
            Rows.Add(new VersionRow(versions[i].Id, versions[i].At, versions[i].Who, SettingsChange.Between(before, SiteSettings.FromJson(versions[i].Json))));
        }

        Next = versions.Count > Paging.PerPage ? Request.Beyond(Rows[^1].Id.ToString(CultureInfo.InvariantCulture)) : null;
    }

    /// <param name="Who">Null for who was erased.</param>
    public sealed record VersionRow(int Id, DateTimeOffset At, string? Who, IReadOnlyList<SettingsChange> Changes);
}
