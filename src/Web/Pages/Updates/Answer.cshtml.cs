using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Updates;
using Solidarity.Web.Caching;
using Solidarity.Web.Forms;
using Solidarity.Web.Language;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Updates;

/// <summary>A few words below an update, from who follows the project or gave: by the key in the mail, or signed in.</summary>
[EnableRateLimiting(SafetySetup.Following)]
[Everyone]
public sealed class AnswerModel(SolidarityDb db, FindReader find, AnswerUpdate answer) : FormPage
{
    private UpdateReader? _reader;

    public Update Update { get; private set; } = null!;

    /// <summary>Strangers are told how to become one who can.</summary>
    public bool MayAnswer => _reader is not null;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await FindAsync(slug, number, cancel))
            return NotFound();
        Name = _reader?.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await FindAsync(slug, number, cancel))
            return NotFound();
        if (_reader is null)
            return Page();
        try
        {
            await answer.RunAsync(Update, _reader, Name, Words, HttpContext.ReaderLanguage(), cancel);
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }

        return Then($"/projects/{slug}/updates/{number}{(Key is null ? "" : $"?key={Uri.EscapeDataString(Key)}")}#answers");
    }

    private async Task<bool> FindAsync(string slug, int number, CancellationToken cancel)
    {
        HttpContext.ShowsOneReader();
        var update = await db.Updates.AsNoTracking().Shown().Include(u => u.Project).SingleOrDefaultAsync(u => u.Project.Slug == slug && u.Number == number, cancel);
        if (update is null)
            return false;
        Update = update;
        _reader = await find.RunAsync(update.ProjectId, Key, HttpContext.User.Session()?.PersonId, cancel);
        if (update.Audience != UpdateAudience.Everyone && _reader is not { IsGiver: true })
            _reader = null;
        return true;
    }
}
