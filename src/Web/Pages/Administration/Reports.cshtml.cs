using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.PayoutReports;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Administration;

/// <summary>The payout reports of every partner, the newest first.</summary>
[Asks(Right.Administer)]
public sealed class ReportsModel(SolidarityDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public List<PayoutReport> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = db.PayoutReports.AsNoTracking().Include(r => r.Partner).AsQueryable();
        if (Q?.Trim() is { Length: > 0 } name)
            found = found.Where(r => r.Partner.Name.Contains(name) || r.Partner.Organisation.Name.Contains(name));
        if (Before is { } before)
            found = found.Where(r => r.Id.CompareTo(before) < 0);
        Rows = await found.OrderByDescending(r => r.Id).Take(Paging.PerPage + 1).ToListAsync(cancel);
        Next = Rows.Cut() ? Request.Beyond(Rows[^1].Id.ToString("D")) : null;
    }
}
