using Solidarity.Domain.Partners;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Organisations;

/// <summary>Begins an organisation that the person owns and that will be paid itself: a restaurant that wants to cook, say.</summary>
public sealed class StartOrganisation(SolidarityDb db, TimeProvider clock)
{
    /// <returns>Its slug.</returns>
    /// <exception cref="Refusal">With everything that is missing or wrong.</exception>
    public Task<string> RunAsync(OrganisationWords typed, Guid personId, CancellationToken cancel) => db.UntilFreeAsync(async () =>
    {
        var asked = new FormWords();
        var words = typed.Check(asked);
        asked.Refuse();
        var organisation = await db.BeginOrganisationAsync(words, personId, clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        return organisation.Slug;
    });
}

internal static class Beginnings
{
    /// <summary>Saved with whatever the caller saves.</summary>
    /// <param name="words">Checked.</param>
    public static async Task<Organisation> BeginOrganisationAsync(this SolidarityDb db, OrganisationWords words, Guid personId, DateTimeOffset now, CancellationToken cancel)
    {
        var organisation = new Organisation
        {
            Id = Guid.CreateVersion7(now),
            Slug = await db.Organisations.Select(o => o.Slug).FreeAsync(Slugs.Of(words.Name!, "organisation"), cancel),
            Name = "",
            Country = "",
            Email = "",
        };
        words.WriteTo(organisation);
        db.Add(organisation);
        db.Add(new Membership { OrganisationId = organisation.Id, PersonId = personId, Role = OrganisationRole.Owner, Since = now });
        db.Add(new Partner { Id = Guid.CreateVersion7(now), OrganisationId = organisation.Id, Name = organisation.Name });
        db.Note("OrganisationStarted", personId, now, organisation.Id, organisation.Id, organisation.Name);
        return organisation;
    }
}
