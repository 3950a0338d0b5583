using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Organisations;

/// <summary>Changes what an organisation says of itself. What a moderator has verified must be verified again.</summary>
public sealed class ChangeOrganisation(SolidarityDb db, TimeProvider clock)
{
    /// <exception cref="Refusal">Something is missing or wrong.</exception>
    public async Task RunAsync(Guid organisationId, OrganisationWords typed, Guid personId, CancellationToken cancel)
    {
        var asked = new FormWords();
        var words = typed.Check(asked);
        asked.Refuse();
        var organisation = await db.Organisations.SingleAsync(o => o.Id == organisationId, cancel);
        var before = Said(organisation);
        // Who it is was looked at under that name, in that country, with that number.
        if ((organisation.Name, organisation.Country, organisation.Registration) != (words.Name, words.Country, words.Registration))
            organisation.VerifiedAt = null;
        words.WriteTo(organisation);
        if (Said(organisation) == before)
            return;
        db.Note("OrganisationChanged", personId, clock.GetUtcNow(), organisationId, organisationId, organisation.Name, before);
        await db.SaveChangesAsync(cancel);
    }

    private static string Said(Organisation organisation) => string.Join(" · ", new[]
    {
        organisation.Name, organisation.Kind.ToString(), organisation.Street, organisation.PostalCode, organisation.City, organisation.Country, organisation.Registration, organisation.Email,
    }.Where(s => !string.IsNullOrEmpty(s)));
}
