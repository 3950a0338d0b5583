using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Updates;
using Solidarity.Web.Caching;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Updates;

/// <summary>
/// No more mails of this kind: a POST alone does it, from a mail program that sends no cookie (RFC 8058) as from the button here. Looking at
/// the page changes nothing, because programs that look into mails follow every link in them.
/// </summary>
[IgnoreAntiforgeryToken]
[Everyone]
public sealed class UnsubscribeModel(SolidarityDb db, EndMails end) : FormPage
{
    public MailingKind Kind { get; private set; }

    /// <summary>The project whose updates they are; null for thanks.</summary>
    public string? Project { get; private set; }

    public string ChoiceToken { get; private set; } = "";

    public bool HasEnded { get; private set; }

    public Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) => ShowAsync(token, cancel);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel) =>
        await end.RunAsync(token, cancel) ? await ShowAsync(token, cancel) : NotFound();

    private async Task<IActionResult> ShowAsync(string token, CancellationToken cancel)
    {
        HttpContext.ShowsOneReader();
        var mail = await db.Mailings.AsNoTracking().SingleOrDefaultAsync(d => d.Token == token, cancel);
        if (mail is null or { Kind: not (MailingKind.Update or MailingKind.Thanks or MailingKind.MealThanks) })
            return NotFound();
        var choice = await db.MailChoices.AsNoTracking().SingleAsync(c => c.Email == mail.Email, cancel);
        var follow = await db.Follows.Where(f => f.Id == mail.FollowId)
            .Join(db.Projects, f => f.ProjectId, p => p.Id, (f, p) => new { p.Title, IsActive = db.Follows.Active().Any(a => a.Id == f.Id) }).SingleOrDefaultAsync(cancel);
        (Kind, Project, ChoiceToken) = (mail.Kind == MailingKind.Update ? MailingKind.Update : MailingKind.Thanks, follow?.Title, choice.Token);
        HasEnded = Kind == MailingKind.Thanks ? !choice.Thanks : follow is not { IsActive: true } || !choice.Updates;
        return Page();
    }
}
