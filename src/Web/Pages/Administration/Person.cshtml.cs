using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Web.Administration;
using Solidarity.Web.Forms;
using Solidarity.Web.People;
using Solidarity.Web.Trail;

namespace Solidarity.Web.Pages.Administration;

/// <summary>What an administrator can do to somebody's account.</summary>
public enum PersonAct { MakeModerator, MakeAdministrator, TakeRole, EndSessions, LiftLockout, SendLink, TakeFactors, Close, Reopen }

/// <summary>One account, what was done to it, and what can be done.</summary>
[Asks(Right.Administer)]
public sealed class PersonModel(SolidarityDb db, ChangeRole role, ChangeAccount account, SendPasswordLink link, TakeAwayFactors factors, TimeProvider clock) : FormPage
{
    private const int Newest = 20;

    public Person Person { get; private set; } = null!;

    public List<MembershipRow> Memberships { get; private set; } = [];

    public List<PersonSession> Sessions { get; private set; } = [];

    public List<SignIn> SignIns { get; private set; } = [];

    public List<TrailRow> Trail { get; private set; } = [];

    /// <summary>Paid from this address.</summary>
    public int Gifts { get; private set; }

    public int Passkeys { get; private set; }

    public bool IsOneself => Person.Id == Me;

    public bool IsLockedOut => Person.LockoutEnd > clock.GetUtcNow() || Person.AccessFailedCount > 0;

    /// <summary>What can be done to the account as it is. The verbs refuse what cannot.</summary>
    public IReadOnlyList<PersonAct> Possible => Person.ErasedAt is not null ? [] : [.. Enum.GetValues<PersonAct>().Where(CanBe)];

    [BindProperty]
    public string? Reason { get; set; }

    private Guid Me => HttpContext.Session().PersonId;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, PersonAct? act, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        try
        {
            await DoAsync(id, act ?? throw new Refusal(Domain.Reason.ChoiceMissing), cancel);
            return Then($"/administration/people/{id}", "DoneNoted");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    private bool CanBe(PersonAct act) => act switch
    {
        PersonAct.MakeModerator => !IsOneself && Person.ClosedAt is null && Person.PlatformRole != PlatformRole.Moderator,
        PersonAct.MakeAdministrator => !IsOneself && Person.ClosedAt is null && Person.PlatformRole != PlatformRole.Administrator,
        PersonAct.TakeRole => !IsOneself && Person.PlatformRole != PlatformRole.None,
        PersonAct.EndSessions => Sessions.Count > 0,
        PersonAct.LiftLockout => IsLockedOut,
        PersonAct.SendLink => Person.ClosedAt is null,
        PersonAct.TakeFactors => !IsOneself && Person.ClosedAt is null && (Person.TwoFactorEnabled || Passkeys > 0),
        PersonAct.Close => !IsOneself && Person.ClosedAt is null,
        PersonAct.Reopen => Person.ClosedAt is not null,
        _ => false,
    };

    private Task DoAsync(Guid id, PersonAct act, CancellationToken cancel) => act switch
    {
        PersonAct.MakeModerator => role.RunAsync(id, PlatformRole.Moderator, Me, Reason, cancel),
        PersonAct.MakeAdministrator => role.RunAsync(id, PlatformRole.Administrator, Me, Reason, cancel),
        PersonAct.TakeRole => role.RunAsync(id, PlatformRole.None, Me, Reason, cancel),
        PersonAct.EndSessions => account.EndSessionsAsync(id, Me, Reason, cancel),
        PersonAct.LiftLockout => account.LiftLockoutAsync(id, Me, Reason, cancel),
        PersonAct.SendLink => link.RunAsync(id, Me, Reason, cancel),
        PersonAct.TakeFactors => factors.RunAsync(id, Me, Reason, cancel),
        PersonAct.Close => account.CloseAsync(id, Me, Reason, cancel),
        PersonAct.Reopen => account.ReopenAsync(id, Me, Reason, cancel),
        _ => throw new Refusal(Domain.Reason.ChoiceMissing),
    };

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } person)
            return false;
        Person = person;
        var now = clock.GetUtcNow();
        Memberships = await db.Memberships.Where(m => m.PersonId == id).OrderBy(m => m.Organisation.Name)
            .Select(m => new MembershipRow(m.Organisation.Name, m.Role, m.Since)).ToListAsync(cancel);
        Sessions = await db.Sessions.AsNoTracking().Where(s => s.PersonId == id && s.EndedAt == null && s.ExpiresAt > now).OrderByDescending(s => s.SeenAt).Take(Newest).ToListAsync(cancel);
        SignIns = await db.SignIns.AsNoTracking().Where(s => s.PersonId == id).OrderByDescending(s => s.Id).Take(Newest).ToListAsync(cancel);
        Passkeys = await db.Set<IdentityUserPasskey<Guid>>().CountAsync(p => p.UserId == id, cancel);
        Gifts = person.Email is null ? 0 : await CountGiftsAsync(EmailAddress.ToKey(person.Email), cancel);
        Trail = await db.Trail.Where(t => t.SubjectId == id).RowsAsync(db, null, r => HttpContext.Session().PlatformRole.Has(r), cancel);
        Trail.Cut();
        return true;
    }

    public sealed record MembershipRow(string Organisation, OrganisationRole Role, DateTimeOffset Since);

    private Task<int> CountGiftsAsync(string? key, CancellationToken cancel) => db.Donations.CountAsync(d => d.EmailKey == key && d.PaidAt != null, cancel);
}
