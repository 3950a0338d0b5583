using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Organisations;

/// <summary>Who decided and changed what in an organisation, the newest first.</summary>
[Asks(Right.SeeWorkspace)]
public sealed class TrailModel(SolidarityDb db) : PageModel
{
    private const int PerPage = 50;

    public List<Entry> Entries { get; private set; } = [];

    public long? Older { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken cancel)
    {
        var organisation = HttpContext.Workplace().OrganisationId;
        var entries = db.Trail.Where(t => t.OrganisationId == organisation);
        if (before is { } id)
            entries = entries.Where(t => t.Id < id);
        Entries = await entries.OrderByDescending(t => t.Id).Take(PerPage)
            .Select(t => new Entry(t.Id, t.At, t.Act, t.Subject, t.Words, db.People.Where(p => p.Id == t.PersonId).Select(p => p.Name).FirstOrDefault())).ToListAsync(cancel);
        Older = Entries.Count == PerPage ? Entries[^1].Id : null;
    }

    public sealed record Entry(long Id, DateTimeOffset At, string Act, string? Subject, string? Words, string? Who);
}
