using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Updates;
using Solidarity.Web.Caching;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Updates;

/// <summary>What one address gets: each project that it follows, updates at all, thanks at all. For whoever has the link from one of its mails.</summary>
[Everyone]
public sealed class ChoicesModel(SolidarityDb db, ChooseMails choose) : FormPage
{
    public sealed record Followed(Guid Id, string Title, string Language, bool IsActive);

    public MailChoice Choice { get; private set; } = null!;

    public List<Followed> Follows { get; private set; } = [];

    /// <summary>Enough for its owner to know it again.</summary>
    public string MaskedEmail => EmailAddress.Masked(Choice.Email);

    [BindProperty]
    public bool Updates { get; set; }

    [BindProperty]
    public bool Thanks { get; set; }

    [BindProperty]
    public List<Guid> Wanted { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        HttpContext.ShowsOneReader();
        var choice = await db.MailChoices.AsNoTracking().SingleOrDefaultAsync(c => c.Token == token, cancel);
        if (choice is null)
            return NotFound();
        Choice = choice;
        Follows = await db.Follows.Where(f => f.Email == choice.Email && f.ConfirmedAt != null)
            .Join(db.Projects, f => f.ProjectId, p => p.Id, (f, p) => new { f, p }).OrderBy(r => r.p.Title)
            .Select(r => new Followed(r.f.Id, r.p.Title, r.p.Language, r.f.EndedAt == null)).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel) =>
        await choose.RunAsync(token, Updates, Thanks, Wanted, cancel) ? Then($"/mail-choices/{token}", "Saved") : NotFound();
}
