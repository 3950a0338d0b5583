using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Reports;

/// <summary>Something public that can be reported, found by the word in its public address.</summary>
/// <param name="Excerpt">What it says.</param>
/// <param name="Page">Where it stands: a path of this site.</param>
public sealed record Reported(ReportedKind Kind, Guid SubjectId, Guid ProjectId, string Excerpt, string Page)
{
    /// <param name="what">A project's slug; for a message on a wall its place in the order of payments.</param>
    /// <returns>Null where nothing public is there.</returns>
    public static Task<Reported?> FindAsync(SolidarityDb db, ReportedKind kind, string what, CancellationToken cancel) => kind switch
    {
        ReportedKind.Project => db.Projects.Where(p => p.Slug == what && p.PublishedAt != null)
            .Select(p => new Reported(ReportedKind.Project, p.Id, p.Id, p.Title, "/projects/" + p.Slug)).SingleOrDefaultAsync(cancel),
        _ when long.TryParse(what, out var place) => db.DonationLines
            .Where(l => l.PaidTransactionId == place && l.Kind == LineKind.Gift && l.Donation.Message != null && l.Donation.WordsHiddenAt == null)
            .Select(l => new Reported(ReportedKind.Message, l.DonationId, l.Campaign!.ProjectId, l.Donation.Message!, "/campaigns/" + l.Campaign.Slug + "/wall")).SingleOrDefaultAsync(cancel),
        _ => Task.FromResult<Reported?>(null),
    };
}
