using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Organisations;

/// <summary>Gives a member another role, or takes the membership away. An organisation always keeps an owner.</summary>
public sealed class ChangeTeam(SolidarityDb db, TimeProvider clock)
{
    /// <summary>The act of the trail by which somebody leaves an organisation.</summary>
    public const string Left = "MemberRemoved";

    /// <exception cref="Refusal">There is no such member, or it is the last owner.</exception>
    public Task ChangeRoleAsync(Guid organisationId, Guid memberId, OrganisationRole role, Guid personId, CancellationToken cancel) =>
        ChangeAsync(organisationId, memberId, (member, keptOwners) =>
        {
            if (!Enum.IsDefined(role))
                throw new Refusal(Reason.RoleUnknown, "role");
            if (member.Role == role)
                return;
            if (role != OrganisationRole.Owner && keptOwners == 0)
                throw new Refusal(Reason.LastOwner, "role");
            db.Note("MemberRoleChanged", personId, clock.GetUtcNow(), organisationId, memberId, member.Person.Name, $"{member.Role} → {role}");
            member.Role = role;
        }, cancel);

    /// <exception cref="Refusal">There is no such member, or it is the last owner.</exception>
    public Task RemoveAsync(Guid organisationId, Guid memberId, Guid personId, CancellationToken cancel) =>
        ChangeAsync(organisationId, memberId, (member, keptOwners) =>
        {
            if (keptOwners == 0)
                throw new Refusal(Reason.LastOwner);
            db.Note(Left, personId, clock.GetUtcNow(), organisationId, memberId, member.Person.Name, member.Role.ToString());
            db.Remove(member);
        }, cancel);

    private Task ChangeAsync(Guid organisationId, Guid memberId, Action<Membership, int> change, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        // Holds the organisation's row until the end: two owners who remove each other at the same moment would leave none.
        await db.Organisations.Where(o => o.Id == organisationId).ExecuteUpdateAsync(set => set.SetProperty(o => o.Slug, o => o.Slug), cancel);
        var team = await db.Memberships.Include(m => m.Person).Where(m => m.OrganisationId == organisationId).ToListAsync(cancel);
        var member = team.Find(m => m.PersonId == memberId) ?? throw new Refusal(Reason.NoLongerThere);
        change(member, team.Count(m => m.Role == OrganisationRole.Owner && m.PersonId != memberId));
        await db.SaveChangesAsync(cancel);
    }, cancel);
}
