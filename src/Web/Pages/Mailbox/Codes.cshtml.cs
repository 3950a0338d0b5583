using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.Demo;
using Solidarity.Web.People;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Pages.Mailbox;

/// <summary>The authenticator apps of the demo's people. In development only, and of nobody else.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Everyone]
public sealed class CodesModel(Settings settings, SolidarityDb db, TimeProvider clock) : PageModel
{
    public List<(string Email, string Code)> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!settings.Development)
            return NotFound();
        var used = await db.People.Where(p => DemoPeople.All.Select(d => d.Email).Contains(p.Email)).Select(p => new { p.Email, p.LastCodeStep }).ToListAsync(cancel);
        var now = OneTimeCodes.StepAt(clock.GetUtcNow());
        // A code counts once: after it was used, the next one does already.
        Codes = [.. DemoPeople.All.Join(used, d => d.Email, u => u.Email, (d, u) => (d.Email, OneTimeCodes.Of(d.Key, Math.Clamp(u.LastCodeStep + 1, now, now + 1))))];
        return Page();
    }
}
