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
public sealed class IndexModel(SolidarityDb db, OwnAccount own) : FormPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public bool ModerationLetters { get; set; }

    public bool Moderates => HttpContext.Session().PlatformRole != PlatformRole.None;

    public string? Email { get; private set; }

    public bool HasPassword { get; private set; }

    public bool HasFactor { get; private set; }

    public int PasskeyCount { get; private set; }

    public async Task OnGetAsync()
    {
        var person = await ShowAsync();
        (Name, Language, ModerationLetters) = (person.Name, person.Language, !person.NoModerationLetters);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var name = CleanText.OneLine(Name);
        var problems = new List<Problem>();
        if (name is null or { Length: > AskForAccount.LongestName })
            problems.Add(name is null ? new(Reason.NameMissing, "name", []) : new(Reason.NameTooLong, "name", [AskForAccount.LongestName]));
        if (!Languages.Speaks(Language))
            problems.Add(new(Reason.LanguageUnknown, "language", []));
        if (problems.Count > 0)
        {
            await ShowAsync();
            return Refused(new Refusal(problems));
        }

        var me = HttpContext.Session().PersonId;
        await db.People.Where(p => p.Id == me).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, name!).SetProperty(p => p.Language, Language!)
            .SetProperty(p => p.NoModerationLetters, p => Moderates ? !ModerationLetters : p.NoModerationLetters), cancel);
        return Then("/account", "Saved");
    }

    private async Task<Person> ShowAsync()
    {
        var person = await own.FindAsync();
        (Email, HasPassword, HasFactor, PasskeyCount) = (person.Email, person.PasswordHash is not null, person.TwoFactorEnabled, (await own.PasskeysAsync()).Count);
        return person;
    }
}
