using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Updates;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Updates;

/// <summary>A project's updates with how far their mails are.</summary>
[Asks(Right.SeeWorkspace)]
public sealed class IndexModel(SolidarityDb db) : FormPage
{
    private const int PerPage = 25;

    /// <param name="Open">Mails still to go.</param>
    public sealed record Row(
        Guid Id, int Number, string Title, string Language, UpdateStatus Status, UpdateAudience Audience, DateTimeOffset? PublishAt, DateTimeOffset? PublishedAt, DateTimeOffset? HiddenAt,
        int Sent, int Open, int Skipped);

    public string Project { get; private set; } = "";

    public int Followers { get; private set; }

    public List<Row> Updates { get; private set; } = [];

    public int? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? before, CancellationToken cancel)
    {
        var projectId = HttpContext.Workplace().ProjectId!.Value;
        Project = await db.Projects.Where(p => p.Id == projectId).Select(p => p.Title).SingleAsync(cancel);
        Followers = await PlanMailings.Followers(db, projectId).CountAsync(cancel);
        var from = before ?? int.MaxValue;
        Updates = await db.Updates.Where(u => u.ProjectId == projectId && u.Number < from).OrderByDescending(u => u.Number).Take(PerPage + 1)
            .Select(u => new Row(u.Id, u.Number, u.Title, u.Language, u.Status, u.Audience, u.PublishAt, u.PublishedAt, u.HiddenAt,
                db.Mailings.Count(d => d.SubjectId == u.Id && d.SentAt != null),
                db.Mailings.Count(d => d.SubjectId == u.Id && d.SentAt == null && d.Skipped == null),
                db.Mailings.Count(d => d.SubjectId == u.Id && d.Skipped != null))).ToListAsync(cancel);
        Older = Updates.Cut(PerPage) ? Updates[^1].Number : null;

        return Page();
    }
}
