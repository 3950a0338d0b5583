using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Mails;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.People;

/// <summary>
/// Erases an account and all that it says about its owner. The row stays without name and address: decisions and books name its id,
/// which leads to nobody.
/// </summary>
public sealed class ErasePerson(SolidarityDb db, EraseAddress address, TimeProvider clock)
{
    /// <param name="typed">The account's address, as its owner typed it.</param>
    /// <exception cref="Refusal">Another address was typed, or an organisation that owes something to others would be left without an owner.</exception>
    public Task RunAsync(Guid personId, string? typed, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId && p.ErasedAt == null, cancel);
        var key = EmailAddress.ToKey(person.Email!);
        if (EmailAddress.ToKey(typed ?? "") != key)
            throw new Refusal(Reason.AddressNotThis, "email");
        if (person.PlatformRole == PlatformRole.Administrator)
        {
            await db.HoldAdministratorsAsync(cancel);
            await db.RefuseLastAdministratorAsync(personId, cancel);
        }

        if (await WithoutOwnerAsync(personId, cancel) is { Count: > 0 } left)
            throw new Refusal(Reason.HandOverFirst, null, string.Join(", ", left));
        if (person.EmailConfirmed)
            await address.EverythingOfAsync(key!, person.Language, cancel);
        var invited = InvitedBy(personId);
        await db.Letters.Where(l => l.Kind == LetterKind.Invitation && invited.Contains(l.To)).ForgetInLettersAsync(person.Name, cancel);
        await db.MailRecords.Where(m => invited.Contains(m.To)).ForgetInSubjectsAsync(person.Name, cancel);
        // What others did to this person.
        await db.Trail.Where(t => t.SubjectId == personId).ExecuteUpdateAsync(set => set.SetProperty(t => t.Subject, (string?)null), cancel);
        await AccountAsync(personId, cancel);
        db.Note("PersonErased", personId, clock.GetUtcNow(), subjectId: personId);
        await db.SaveChangesAsync(cancel);
    }, cancel);

    /// <summary>Addresses that this person wrote invitations to, the only letters to others with their name in them. A name is chosen freely: looked for elsewhere, it would take other people's words away.</summary>
    private IQueryable<string> InvitedBy(Guid personId) => db.Invitations
        .Where(i => i.InvitedById == personId || db.Trail.Any(t => t.SubjectId == i.Id && t.PersonId == personId)).Select(i => i.Email);

    /// <summary>Names of organisations that this person alone owns, and that have a public project or money due to somebody.</summary>
    public async Task<List<string>> WithoutOwnerAsync(Guid personId, CancellationToken cancel)
    {
        var owned = db.Memberships.Where(m => m.PersonId == personId && m.Role == OrganisationRole.Owner).Select(m => m.OrganisationId);
        // Holds their rows until the end: two owners who leave at the same moment would leave none.
        if (db.Database.CurrentTransaction is not null)
            await db.Organisations.Where(o => owned.Contains(o.Id)).ExecuteUpdateAsync(set => set.SetProperty(o => o.Name, o => o.Name), cancel);
        var alone = await db.Organisations
            .Where(o => owned.Contains(o.Id) && !db.Memberships.Any(m => m.OrganisationId == o.Id && m.PersonId != personId && m.Role == OrganisationRole.Owner))
            .Select(o => new { o.Id, o.Name, Public = db.Projects.Any(p => p.OrganisationId == o.Id && p.Status != ProjectStatus.Draft) }).OrderBy(o => o.Name).ToListAsync(cancel);
        var left = new List<string>();
        foreach (var organisation in alone)
        {
            if (organisation.Public || await HasMoneyDueAsync(organisation.Id, cancel))
                left.Add(organisation.Name);
        }

        return left;
    }

    private async Task<bool> HasMoneyDueAsync(Guid organisationId, CancellationToken cancel)
    {
        // The codes are text: they are made here, for few.
        var campaigns = await db.Campaigns.Where(c => c.Project.OrganisationId == organisationId || c.Partner.OrganisationId == organisationId).Select(c => c.Id).ToListAsync(cancel);
        var partners = await db.Partners.Where(p => p.OrganisationId == organisationId).Select(p => p.Id).ToListAsync(cancel);
        string[] codes = [.. campaigns.Select(Ledger.Accounts.Campaign), .. partners.Select(Ledger.Accounts.Partner)];
        return await db.LedgerAccounts.AnyAsync(a => codes.Contains(a.Code) && a.BalanceMinor != 0, cancel);
    }

    private async Task AccountAsync(Guid personId, CancellationToken cancel)
    {
        await db.Sessions.Where(s => s.PersonId == personId).ExecuteDeleteAsync(cancel);
        await db.SignIns.Where(s => s.PersonId == personId).ExecuteDeleteAsync(cancel);
        await db.EmailChanges.Where(c => c.PersonId == personId).ExecuteDeleteAsync(cancel);
        await db.Memberships.Where(m => m.PersonId == personId).ExecuteDeleteAsync(cancel);
        await db.StoryDrafts.Where(d => d.PersonId == personId).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == personId).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == personId).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserClaim<Guid>>().Where(c => c.UserId == personId).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == personId).ExecuteDeleteAsync(cancel);
        var person = await db.People.SingleAsync(p => p.Id == personId, cancel);
        (person.Name, person.Email, person.NormalizedEmail, person.EmailConfirmed) = ("", null, null, false);
        (person.PasswordHash, person.SecurityStamp, person.TwoFactorEnabled) = (null, UnguessableToken.Create(), false);
        (person.PlatformRole, person.ErasedAt) = (PlatformRole.None, clock.GetUtcNow());
    }
}
