using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Updates;

namespace Solidarity.Domain.Reports;

/// <summary>Something public that can be reported, found by the word in its public address.</summary>
/// <param name="Excerpt">What it says, for the moderators.</param>
/// <param name="Page">Where it stands: a path of this site.</param>
/// <param name="IsPublic">Anybody may read it, whoever reports it too: what is for givers they read on its page alone.</param>
public sealed record Reported(ReportedKind Kind, Guid SubjectId, Guid ProjectId, string Excerpt, string Page, bool IsPublic)
{
    /// <summary>How much of a long update a moderator is shown as it stood.</summary>
    private const int LongestExcerpt = 3000;

    /// <param name="what">A project's slug; for a message on a wall its place in the order of payments; for an update or an answer its id.</param>
    /// <returns>Null where nothing public is there.</returns>
    public static Task<Reported?> FindAsync(SolidarityDb db, ReportedKind kind, string what, CancellationToken cancel) => kind switch
    {
        ReportedKind.Project => db.Projects.Shown().Where(p => p.Slug == what)
            .Select(p => new Reported(ReportedKind.Project, p.Id, p.Id, p.Title, "/projects/" + p.Slug, true)).SingleOrDefaultAsync(cancel),
        ReportedKind.Update when Guid.TryParse(what, out var id) => db.Updates.Shown().Where(u => u.Id == id)
            .Select(u => new Reported(ReportedKind.Update, u.Id, u.ProjectId, Beginning(u.Title + "\n\n" + u.Body), "/projects/" + u.Project.Slug + "/updates/" + u.Number, u.Audience == UpdateAudience.Everyone)).SingleOrDefaultAsync(cancel),
        ReportedKind.Answer when Guid.TryParse(what, out var id) => db.UpdateAnswers.Where(a => a.Id == id && a.HiddenAt == null && db.Updates.Shown().Any(u => u.Id == a.UpdateId))
            .Select(a => new Reported(ReportedKind.Answer, a.Id, a.Update.ProjectId, a.Name + ": " + a.Words, "/projects/" + a.Update.Project.Slug + "/updates/" + a.Update.Number + "#answers", a.Update.Audience == UpdateAudience.Everyone)).SingleOrDefaultAsync(cancel),
        ReportedKind.Message when long.TryParse(what, out var place) => db.DonationLines
            .Where(l => l.PaidTransactionId == place && l.Kind == LineKind.Gift && (l.Donation.Message != null || (l.Donation.Dedication != null && l.Donation.Dedication.ShownOnWall)) && l.Donation.WordsHiddenAt == null
                && l.RefundedMinor < l.AmountMinor && ShownProjects.States.Contains(l.Campaign!.Project.Status))
            .Select(l => new Reported(ReportedKind.Message, l.DonationId, l.Campaign!.ProjectId,
                (l.Donation.Message ?? "") + (l.Donation.Dedication != null && l.Donation.Dedication.ShownOnWall ? " (" + l.Donation.Dedication.Honoured + ")" : ""), "/campaigns/" + l.Campaign.Slug + "/wall", true)).SingleOrDefaultAsync(cancel),
        _ => Task.FromResult<Reported?>(null),
    };

    private static string Beginning(string words) => words.Length <= LongestExcerpt ? words : words[..LongestExcerpt] + " …";
}
