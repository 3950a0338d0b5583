using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Organisations;

namespace Solidarity.Domain.Reviews;

public static class FourEyes
{
    /// <summary>Organisations that somebody belongs to, or did: whoever leaves for a moment does not decide about what they prepared.</summary>
    public static IQueryable<Guid> OrganisationsOf(this SolidarityDb db, Guid personId) => db.Memberships.Where(m => m.PersonId == personId).Select(m => m.OrganisationId)
        .Union(db.Trail.Where(t => t.SubjectId == personId && t.Act == ChangeTeam.Left && t.OrganisationId != null).Select(t => t.OrganisationId!.Value));

    /// <summary>Nobody decides about what an organisation of their own has done.</summary>
    /// <exception cref="Refusal">The moderator belongs to it, or did.</exception>
    public static async Task RefuseOwnAsync(this SolidarityDb db, Guid organisationId, Guid moderatorId, CancellationToken cancel)
    {
        if (await db.OrganisationsOf(moderatorId).ContainsAsync(organisationId, cancel))
            throw new Refusal(Reason.OwnProject);
    }
}
