using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.Account;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Account;

/// <summary>One's account: what there is, and where to change it.</summary>
[Asks(Right.UseAccount)]
public sealed class IndexModel(SolidarityDb db, OwnAccount own, ChangeEmail change) : FormPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public bool ModerationLetters { get; set; }

    public bool Moderates => HttpContext.Session().PlatformRole != PlatformRole.None;

    public string? Email { get; private set; }

    /// <summary>The address that is to take its place, once both have agreed; null where none is.</summary>
    public string? PendingEmail { get; private set; }

    public bool HasPassword { get; private set; }

    public bool HasFactor { get; private set; }

    public int PasskeyCount { get; private set; }

    public PlatformRole Role => HttpContext.Session().PlatformRole;

    public async Task OnGetAsync()
    {
        var person = await ShowAsync();
        (Name, Language, ModerationLetters) = (person.Name, person.Language, !person.NoModerationLetters);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            await SaveAsync(cancel);
            return Then("/account", "Saved");
        }
        catch (Refusal refusal)
        {
            await ShowAsync();
            return Refused(refusal);
        }
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        var (asked, me) = (new FormWords(), HttpContext.Session().PersonId);
        var name = asked.Name(Name, "name", AskForAccount.LongestName);
        asked.That(Languages.Speaks(Language), Reason.LanguageUnknown, "language");
        asked.Refuse();
        await db.People.Where(p => p.Id == me).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, name).SetProperty(p => p.Language, Language!)
            .SetProperty(p => p.NoModerationLetters, p => Moderates ? !ModerationLetters : p.NoModerationLetters), cancel);
    }

    public async Task<IActionResult> OnPostKeepEmailAsync(CancellationToken cancel)
    {
        await change.TakeBackAsync(HttpContext.Session().PersonId, cancel);
        return Then("/account", "EmailKept");
    }

    private async Task<Person> ShowAsync()
    {
        PendingEmail = await change.PendingAsync(HttpContext.Session().PersonId, HttpContext.RequestAborted);
        var person = await own.FindAsync();
        (Email, HasPassword, HasFactor, PasskeyCount) = (person.Email, person.PasswordHash is not null, person.TwoFactorEnabled, (await own.PasskeysAsync()).Count);
        return person;
    }
}
