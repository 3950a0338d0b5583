using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Partners;
using Solidarity.Domain.PayoutReports;
using Solidarity.Domain.People;
using Solidarity.Domain.Trail;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.BeingPaid;

/// <summary>The payout reports of an organisation's partner, and a form to have one made for days that are over.</summary>
[Asks(Right.SeeMoney)]
public sealed class ReportsModel(SolidarityDb db, MakePayoutReport make, Site site, TimeProvider clock) : FormPage
{
    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    public List<PayoutReport> Rows { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public Guid? Older { get; private set; }

    public string Home => $"/workspace/organisations/{HttpContext.Workplace().Organisation}/money";

    public async Task OnGetAsync(Guid? before, CancellationToken cancel)
    {
        var week = Period.OverBefore(site.DayOf(clock.GetUtcNow()))[0];
        (From, Until) = (Write(week.From), Write(week.Until));
        await ShowAsync(before, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            return Then($"{Home}/reports/{(await MakeAsync(cancel)).Id}");
        }
        catch (Refusal refusal)
        {
            await ShowAsync(null, cancel);
            return Refused(refusal);
        }
    }

    /// <exception cref="Refusal">The days are none, are not over, or there is nothing to report of them.</exception>
    private async Task<PayoutReport> MakeAsync(CancellationToken cancel)
    {
        var asked = new FormWords();
        asked.That(Read(From, out var from), Reason.DateNotValid, "from");
        asked.That(Read(Until, out var until), Reason.DateNotValid, "until");
        asked.Refuse();
        var place = HttpContext.Workplace();
        var partner = await db.Partners.AsNoTracking().Where(p => p.OrganisationId == place.OrganisationId).OrderBy(p => p.Id).FirstAsync(cancel);
        var made = await make.RunAsync(partner.Id, Period.Between(from, until), place.PersonId, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, cancel);
        var report = made.Count > 0 ? made[0] : throw new Refusal(Reason.NothingToReport);
        await NoteAsync(partner, report, place.PersonId, cancel);
        return report;
    }

    private async Task NoteAsync(Partner partner, PayoutReport report, Guid personId, CancellationToken cancel)
    {
        if (await db.Trail.AnyAsync(t => t.Act == "PayoutReportMade" && t.SubjectId == report.Id, cancel))
            return;
        db.Note("PayoutReportMade", personId, clock.GetUtcNow(), partner.OrganisationId, report.Id, report.Name);
        await db.SaveChangesAsync(cancel);
    }

    private async Task ShowAsync(Guid? before, CancellationToken cancel)
    {
        var organisation = HttpContext.Workplace().OrganisationId;
        Rows = await db.PayoutReports.AsNoTracking().Where(r => r.Partner.OrganisationId == organisation && (before == null || r.Id.CompareTo(before.Value) < 0))
            .OrderByDescending(r => r.Id).Take(Paging.PerPage + 1).ToListAsync(cancel);
        Older = Rows.Cut() ? Rows[^1].Id : null;
    }

    private static bool Read(string? typed, out DateOnly day) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
