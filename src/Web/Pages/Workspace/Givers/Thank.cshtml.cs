using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Givers;

/// <summary>Thanks one giver, or all that were not thanked yet.</summary>
[Asks(Right.ThankGivers)]
public sealed class ThankModel(SolidarityDb db, ThankGivers thank, IWakeJobs wake) : FormPage
{
    /// <summary>The gift; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Gift { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public int Left { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string project, CancellationToken cancel)
    {
        var workplace = HttpContext.Workplace();
        await FindAsync(cancel);
        try
        {
            await thank.RunAsync(workplace.ProjectId!.Value, workplace.PersonId, Gift, Words, cancel);
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }

        wake.Wake<ProcessOutbox>();
        return Then($"/workspace/projects/{project}/givers", "ThanksSent");
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        var left = db.NotThanked(HttpContext.Workplace().ProjectId!.Value);
        Left = await (Gift is { } id ? left.Where(l => l.Id == id) : left).CountAsync(cancel);
        return Gift is null || Left > 0;
    }
}
