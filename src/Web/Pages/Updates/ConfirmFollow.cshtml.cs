using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Updates;
using Solidarity.Web.Caching;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Updates;

/// <summary>Where the letter leads: one button, because programs that look into letters follow every link in them.</summary>
[Everyone]
public sealed class ConfirmFollowModel(SolidarityDb db, FollowProject follow) : FormPage
{
    public sealed record Asked(string Slug, string Title, string Language, bool IsActive, string? ChoiceToken);

    public Asked Project { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) => ShowAsync(token, cancel);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel) =>
        await follow.ConfirmAsync(token, cancel) is null ? NotFound() : Then($"/follow/{token}");

    private async Task<IActionResult> ShowAsync(string token, CancellationToken cancel)
    {
        HttpContext.ShowsOneReader();
        var asked = await db.Follows.Where(f => f.Token == token).Join(db.Projects, f => f.ProjectId, p => p.Id, (f, p) => new Asked(
            p.Slug, p.Title, p.Language, db.Follows.Active().Any(a => a.Id == f.Id), db.MailChoices.Where(c => c.Email == f.Email).Select(c => c.Token).FirstOrDefault())).SingleOrDefaultAsync(cancel);
        if (asked is null)
            return NotFound();
        Project = asked;
        return Page();
    }
}
