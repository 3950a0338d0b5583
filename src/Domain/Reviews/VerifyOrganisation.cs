using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Reviews;

/// <summary>A moderator says that an organisation is what it says it is, or takes that back.</summary>
public sealed class VerifyOrganisation(SolidarityDb db, TimeProvider clock)
{
    /// <exception cref="Refusal">No reasons, or the moderator's own.</exception>
    public Task RunAsync(Guid organisationId, Guid moderatorId, string? reasons, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var words = CleanText.Needed(reasons, "reasons", FormWords.LongestReasons);
        await db.RefuseOwnAsync(organisationId, moderatorId, cancel);
        var organisation = await db.Organisations.SingleAsync(o => o.Id == organisationId, cancel);
        var now = clock.GetUtcNow();
        organisation.VerifiedAt = organisation.VerifiedAt is null ? now : null;
        db.Note(organisation.VerifiedAt is null ? "VerificationTakenBack" : "OrganisationVerified", moderatorId, now, organisationId, organisationId, organisation.Name, words);
        await db.SaveChangesAsync(cancel);
    }, cancel);
}
