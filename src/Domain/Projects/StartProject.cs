using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Projects;

/// <param name="Organisation">Slug of one where the person may publish; null for a new one, which <paramref name="New"/> describes.</param>
public sealed record NewProject(string? Organisation, OrganisationWords? New, string? Title, string? Summary, string? Language, string? Place);

/// <summary>Begins a project as a draft: with a new organisation, where there is none yet, that the person owns and that will be paid itself.</summary>
public sealed class StartProject(SolidarityDb db, TimeProvider clock)
{
    /// <exception cref="Refusal">With everything that is missing or wrong.</exception>
    public Task<Project> RunAsync(NewProject typed, Guid personId, CancellationToken cancel) => db.UntilFreeAsync(() => SaveAsync(typed, personId, cancel));

    private async Task<Project> SaveAsync(NewProject typed, Guid personId, CancellationToken cancel)
    {
        var asked = new FormWords();
        var words = StoryWords.Check(asked, typed.Title, typed.Summary, typed.Place, null, placeNeeded: true);
        asked.That(Languages.Speaks(typed.Language), Reason.LanguageUnknown, "language");
        var organisationId = await OrganisationAsync(typed, asked, personId, cancel);
        asked.Refuse();

        var now = clock.GetUtcNow();
        var project = new Project
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = organisationId,
            Slug = await db.Projects.Select(p => p.Slug).FreeAsync(Slugs.Of(words.Title, "project"), cancel),
            Title = words.Title,
            Summary = words.Summary,
            Language = typed.Language!,
            Place = words.Place!,
            Story = "",
            StoryNumber = 1,
        };
        db.Add(project);
        db.Add(WriteStory.New(project.Id, project.Language, words, 1, 0, aside: false, personId, now));
        db.Note("ProjectStarted", personId, now, organisationId, project.Id, project.Title);
        await db.SaveChangesAsync(cancel);
        return project;
    }

    private async Task<Guid> OrganisationAsync(NewProject typed, FormWords asked, Guid personId, CancellationToken cancel)
    {
        if (typed.New is { } described && typed.Organisation is null)
            return (await db.BeginOrganisationAsync(described.Check(asked), personId, clock.GetUtcNow(), cancel)).Id;
        var mine = await db.Memberships.Where(m => m.PersonId == personId && m.Organisation.Slug == typed.Organisation).Select(m => new { m.OrganisationId, m.Role }).SingleOrDefaultAsync(cancel);
        asked.That(mine?.Role.Has(Right.PublishWords) == true, Reason.OrganisationUnknown, "organisation");
        return mine?.OrganisationId ?? Guid.Empty;
    }
}
