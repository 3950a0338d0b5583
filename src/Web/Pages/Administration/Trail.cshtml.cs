using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Trail;
using Solidarity.Web.People;
using Solidarity.Web.Trail;

namespace Solidarity.Web.Pages.Administration;

/// <summary>Everything that was decided or changed by people, the newest first.</summary>
[Asks(Right.Administer)]
public sealed class TrailModel(SolidarityDb db, IStringLocalizer<Texts.Trail> acts) : PageModel
{
    /// <summary>Only what this person did.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Act { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public List<TrailRow> Rows { get; private set; } = [];

    /// <summary>All that can be in the trail: every act has its words, and only what is no act is left out of them.</summary>
    public IReadOnlyList<LocalizedString> Acts => [.. acts.GetAllStrings(includeParentCultures: true).Where(a => a.Name is not ("Empty" or "Nobody" or "See")).OrderBy(a => a.Value, StringComparer.CurrentCulture)];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        IQueryable<TrailEntry> found = db.Trail;
        if (Person is { } person)
            found = found.Where(t => t.PersonId == person);
        if (!string.IsNullOrEmpty(Act))
            found = found.Where(t => t.Act == Act);
        Rows = await found.RowsAsync(db, Before, r => HttpContext.Session().PlatformRole.Has(r), cancel);
        Next = Rows.Cut() ? Request.Beyond(Rows[^1].Id.ToString(CultureInfo.InvariantCulture)) : null;
    }
}
