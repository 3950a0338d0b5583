using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Organisations;

/// <summary>Gives a member another role, or takes the membership away. An organisation always keeps an owner.</summary>
public sealed class ChangeTeam(SolidarityDb db, TimeProvider clock)
{
    /// <summary>The act of the trail by which somebody leaves an organisation.</summary>
    public const string Left = "MemberRemoved";

    /// <exception cref="Refusal">There is no such member, or it is the last owner.</exception>
    public Task ChangeRoleAsync(Guid organisationId, Guid memberId, OrganisationRole role, Guid personId, CancellationToken cancel) =>
        ChangeAsync(organisationId, memberId, (member, organisation, keptOwners) =>
        {
            if (!Enum.IsDefined(role))
                throw new Refusal(Reason.RoleUnknown, "role");
            if (member.Role == role)
                return;
            if (role != OrganisationRole.Owner && keptOwners == 0)
                throw new Refusal(Reason.LastOwner, "role");
            db.Note("MemberRoleChanged", personId, clock.GetUtcNow(), organisationId, memberId, member.Person.Name, $"{member.Role} → {role}");
            member.Role = role;
            if (memberId != personId)
                Write(LetterKind.MemberRoleChanged, member.Person, $"/workspace/organisations/{organisation.Slug}", organisation.Name, role.ToString());
        }, cancel);

    /// <exception cref="Refusal">There is no such member, or it is the last owner.</exception>
    public Task RemoveAsync(Guid organisationId, Guid memberId, Guid personId, CancellationToken cancel) =>
        ChangeAsync(organisationId, memberId, (member, organisation, keptOwners) =>
        {
            if (keptOwners == 0)
                throw new Refusal(Reason.LastOwner);
            db.Note(Left, personId, clock.GetUtcNow(), organisationId, memberId, member.Person.Name, member.Role.ToString());
            db.Remove(member);
            Write(LetterKind.MemberRemoved, member.Person, null, organisation.Name);
        }, cancel);

    /// <summary>Who changes their own role knows it.</summary>
    private void Write(LetterKind kind, Person person, string? link, params string[] args)
    {
        if (person is { Email: { } email, ClosedAt: null })
            db.Write(kind, (email, person.Name), person.Language, clock.GetUtcNow(), link, null, args);
    }

    private Task ChangeAsync(Guid organisationId, Guid memberId, Action<Membership, Organisation, int> change, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        // Holds the organisation's row until the end: two owners who remove each other at the same moment would leave none.
        await db.Organisations.Where(o => o.Id == organisationId).ExecuteUpdateAsync(set => set.SetProperty(o => o.Slug, o => o.Slug), cancel);
        var team = await db.Memberships.Include(m => m.Person).Where(m => m.OrganisationId == organisationId).ToListAsync(cancel);
        var member = team.Find(m => m.PersonId == memberId) ?? throw new Refusal(Reason.NoLongerThere);
        change(member, await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == organisationId, cancel), team.Count(m => m.Role == OrganisationRole.Owner && m.PersonId != memberId));
        await db.SaveChangesAsync(cancel);
    }, cancel);
}
