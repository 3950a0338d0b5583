using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Projects;

namespace Solidarity.Domain.Reviews;

/// <summary>Writes to a project's owners and editors, each in their own language.</summary>
public sealed class TellOwners(SolidarityDb db)
{
    private static readonly OrganisationRole[] Told = [OrganisationRole.Owner, OrganisationRole.Editor];

    /// <param name="subject">The project's or campaign's title: {1} of the letter.</param>
    /// <param name="words">The moderator's own, quoted.</param>
    /// <param name="link">A path of this site.</param>
    public async Task RunAsync(Project project, LetterKind kind, string subject, string? words, string link, DateTimeOffset now, CancellationToken cancel)
    {
        var owners = await db.Memberships.Where(m => m.OrganisationId == project.OrganisationId && Told.Contains(m.Role) && m.Person.Email != null && m.Person.ClosedAt == null)
            .Select(m => new { m.Person.Email, m.Person.Name, m.Person.Language }).ToListAsync(cancel);
        foreach (var owner in owners)
            db.Write(kind, (owner.Email!, owner.Name), owner.Language, now, link, words, subject);
    }
}
