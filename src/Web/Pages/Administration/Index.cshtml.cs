using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Solidarity.Domain;
using Solidarity.Domain.Jobs;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Mails;
using Solidarity.Domain.Messages;
using Solidarity.Domain.People;
using Solidarity.Domain.Reports;
using Solidarity.Domain.Reviews;
using Solidarity.Web.People;
using Solidarity.Web.Watching.Health;

namespace Solidarity.Web.Pages.Administration;

/// <summary>What needs a person, and how the parts of the site are.</summary>
[Asks(Right.Administer)]
public sealed class IndexModel(SolidarityDb db, ReadyReport ready, TimeProvider clock) : PageModel
{
    private static readonly TimeSpan JobsSince = TimeSpan.FromDays(1);
    private static readonly TimeSpan MailsSince = TimeSpan.FromDays(7);

    public List<Waiting> Waits { get; } = [];

    public List<Difference> Differences { get; private set; } = [];

    public HealthReport Health { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (jobs, mails) = (now - JobsSince, now - MailsSince);
        Add("WaitsMessages", await db.Outbox.CountAsync(m => m.State == MessageState.NeedsPerson, cancel), "/administration/messages?queue=outbox&state=NeedsPerson");
        Add("WaitsWebhooks", await db.Inbox.CountAsync(m => m.State == MessageState.NeedsPerson, cancel), "/administration/messages?queue=inbox&state=NeedsPerson");
        Add("WaitsJobs", await db.JobRuns.CountAsync(r => r.EndedAt > jobs && r.Outcome == JobOutcome.Failed, cancel), "/administration/jobs");
        Add("WaitsMails", await db.MailRecords.CountAsync(m => m.At > mails && m.Outcome == MailOutcome.Rejected, cancel), "/administration/mails?outcome=Rejected");
        Add("WaitsReviews", await db.Reviews.CountAsync(r => r.Outcome == ReviewOutcome.Pending, cancel), "/moderation");
        Add("WaitsReports", await db.Reports.CountAsync(r => r.Outcome == ReportOutcome.Open, cancel), "/moderation");
        Differences = await db.Differences.AsNoTracking().Where(d => d.SettledAt == null).OrderByDescending(d => d.Id).Take(Paging.PerPage).ToListAsync(cancel);
        Health = await ready.AskAsync(cancel);
    }

    private void Add(string words, int count, string path) => Waits.Add(new Waiting(words, count, path));

    /// <param name="Words">A key with a count.</param>
    public sealed record Waiting(string Words, int Count, string Path);
}
