using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Solidarity.Domain;
using Solidarity.Domain.Reports;
using Solidarity.Web.Forms;
using Solidarity.Web.Language;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Reports;

/// <summary>Anybody may say that something public should not be there.</summary>
[Everyone]
[EnableRateLimiting(SafetySetup.Reporting)]
public sealed class ReportModel(SolidarityDb db, MakeReport report) : FormPage
{
    public Reported Reported { get; private set; } = null!;

    /// <summary>It has arrived.</summary>
    public bool Taken { get; private set; }

    [BindProperty]
    public ReportWhy? Why { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public async Task<IActionResult> OnGetAsync(ReportedKind kind, string what, CancellationToken cancel)
    {
        Taken = Done is not null;
        return await FindAsync(kind, what, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(ReportedKind kind, string what, CancellationToken cancel)
    {
        if (!await FindAsync(kind, what, cancel))
            return NotFound();
        try
        {
            await report.RunAsync(Reported, Why, Words, Email, HttpContext.ReaderLanguage(), cancel);
            return Then($"/report/{kind.ToString().ToLowerInvariant()}/{what}", "Taken");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    private async Task<bool> FindAsync(ReportedKind kind, string what, CancellationToken cancel)
    {
        // A kind in the address is a word, never a number.
        if (!ModelState.IsValid && ModelState["kind"]?.Errors.Count > 0 || !Enum.IsDefined(kind) || await Reported.FindAsync(db, kind, what, cancel) is not { } found)
            return false;
        Reported = found;
        return true;
    }
}
