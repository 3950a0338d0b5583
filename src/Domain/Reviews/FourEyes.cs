using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Reviews;

public static class FourEyes
{
    /// <summary>Nobody decides about what an organisation of their own has done.</summary>
    /// <exception cref="Refusal">The moderator belongs to it.</exception>
    public static async Task RefuseOwnAsync(this SolidarityDb db, Guid organisationId, Guid moderatorId, CancellationToken cancel)
    {
        if (await db.Memberships.AnyAsync(m => m.OrganisationId == organisationId && m.PersonId == moderatorId, cancel))
            throw new Refusal(Reason.OwnProject);
    }
}
