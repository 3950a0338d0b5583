using Solidarity.Domain.Letters;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Projects;

namespace Solidarity.Domain.Reviews;

/// <summary>Writes to a project's owners and editors, each in their own language.</summary>
public sealed class TellOwners(SolidarityDb db)
{
    /// <param name="subject">The project's or campaign's title: {1} of the letter.</param>
    /// <param name="words">The moderator's own, quoted.</param>
    /// <param name="link">A path of this site.</param>
    public Task RunAsync(Project project, LetterKind kind, string subject, string? words, string link, DateTimeOffset now, CancellationToken cancel) =>
        db.WriteToTeamAsync(project.OrganisationId, kind, link, words, now, cancel, subject);
}
