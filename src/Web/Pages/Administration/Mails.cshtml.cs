using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Mails;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Administration;

/// <summary>Mails of the last ninety days by address: sent, rejected or failed. Their words are not kept.</summary>
[Asks(Right.Administer)]
public sealed class MailsModel(SolidarityDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public MailOutcome? Outcome { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public List<MailRecord> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        IQueryable<MailRecord> found = db.MailRecords.AsNoTracking();
        if (Q?.Trim() is { Length: > 0 } address)
        {
            var small = address.ToLowerInvariant();
            found = found.Where(m => m.To == address || m.To == small);
        }

        if (Outcome is { } outcome)
            found = found.Where(m => m.Outcome == outcome);
        if (Before is { } before)
            found = found.Where(m => m.Id < before);
        Rows = await found.OrderByDescending(m => m.Id).Take(Paging.PerPage + 1).ToListAsync(cancel);
        Next = Rows.Cut() ? Request.Beyond(Rows[^1].Id.ToString(CultureInfo.InvariantCulture)) : null;
    }
}
