using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;

namespace Solidarity.Domain.Organisations;

/// <summary>Letters to an organisation's owners and editors, each in their own language.</summary>
internal static class WriteToTeam
{
    private static readonly OrganisationRole[] Told = [OrganisationRole.Owner, OrganisationRole.Editor];

    /// <summary>Saved with whatever the caller saves.</summary>
    /// <param name="link">A path of this site.</param>
    /// <param name="quote">Somebody's own words.</param>
    /// <param name="args">From {1} of the letter.</param>
    public static async Task WriteToTeamAsync(this SolidarityDb db, Guid organisationId, LetterKind kind, string link, string? quote, DateTimeOffset now, CancellationToken cancel, params string[] args)
    {
        var team = await db.Memberships.Where(m => m.OrganisationId == organisationId && Told.Contains(m.Role) && m.Person.Email != null && m.Person.ClosedAt == null)
            .Select(m => new { m.Person.Email, m.Person.Name, m.Person.Language }).ToListAsync(cancel);
        foreach (var member in team)
            db.Write(kind, (member.Email!, member.Name), member.Language, now, link, quote, args);
    }
}
