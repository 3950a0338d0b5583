using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Jobs;
using Solidarity.Domain.People;
using Solidarity.Domain.Trail;
using Solidarity.Jobs;
using Solidarity.Jobs.Engine;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Administration;

/// <summary>Every job with its rhythm and its last runs; each can be run now.</summary>
[Asks(Right.Administer)]
public sealed class JobsModel(SolidarityDb db, IWakeJobs wake, TimeProvider clock) : FormPage
{
    private const int Newest = 5;

    public List<JobRow> Jobs { get; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        foreach (var (job, rhythm) in Schedule.All)
        {
            var runs = await db.JobRuns.AsNoTracking().Where(r => r.Job == job.Name).OrderByDescending(r => r.Id).Take(Newest).ToListAsync(cancel);
            Jobs.Add(new JobRow(job.Name, rhythm, runs));
        }
    }

    public async Task<IActionResult> OnPostAsync(string? job, CancellationToken cancel)
    {
        if (Schedule.All.Select(s => s.Job).FirstOrDefault(j => j.Name == job) is not { } known)
            return NotFound();
        if (!wake.Wake(known))
        {
            await OnGetAsync(cancel);
            return Refused(new Refusal(Reason.JobsRunElsewhere));
        }

        db.Note("JobRun", HttpContext.Session().PersonId, clock.GetUtcNow(), subject: known.Name);
        await db.SaveChangesAsync(cancel);
        return Then("/administration/jobs", "DoneJob");
    }

    public sealed record JobRow(string Name, Rhythm Rhythm, List<JobRun> Runs);
}
