using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Programmes;

/// <summary>One restaurant of a programme: what it says, and the team's answer.</summary>
[Asks(Right.SeeWorkspace, ToPost = Right.ManageCampaigns)]
public sealed class RestaurantModel(SolidarityDb db, AnswerCook answer) : ProgrammePage(db)
{
    public MealPartner Cook { get; private set; } = null!;

    [BindProperty]
    public string? Reasons { get; set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid cook, CancellationToken cancel) => await FindAsync(cook, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAcceptAsync([FromRoute] Guid cook, CancellationToken cancel) => DoAsync(cook, () => answer.AcceptAsync(Campaign.Id, cook, Me, cancel), "DoneAccepted", cancel);

    public Task<IActionResult> OnPostRefuseAsync([FromRoute] Guid cook, CancellationToken cancel) => DoAsync(cook, () => answer.RefuseAsync(Campaign.Id, cook, Reasons, Me, cancel), "DoneRefused", cancel);

    public Task<IActionResult> OnPostPauseAsync([FromRoute] Guid cook, CancellationToken cancel) => DoAsync(cook, () => answer.PauseAsync(Campaign.Id, cook, Reasons, Me, cancel), "DonePaused", cancel);

    public Task<IActionResult> OnPostResumeAsync([FromRoute] Guid cook, CancellationToken cancel) => DoAsync(cook, () => answer.ResumeAsync(Campaign.Id, cook, Me, cancel), "DoneResumed", cancel);

    private async Task<IActionResult> DoAsync(Guid cook, Func<Task> act, string done, CancellationToken cancel)
    {
        if (!await FindAsync(cook, cancel))
            return NotFound();
        try
        {
            await act();
            return Then($"{Here}/restaurants", done);
        }
        catch (Refusal refusal)
        {
            return await FindAsync(cook, cancel) ? Refused(refusal) : NotFound();
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await Db.MealPartners.AsNoTracking().Include(p => p.Partner).ThenInclude(p => p.Organisation).SingleOrDefaultAsync(p => p.Id == id && p.CampaignId == Campaign.Id, cancel) is not { } found)
            return false;
        Cook = found;
        return true;
    }
}
