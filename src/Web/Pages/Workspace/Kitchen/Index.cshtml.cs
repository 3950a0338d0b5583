using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Kitchen;

/// <summary>A restaurant's day: what waits, what is planned, what left and what came.</summary>
[Asks(Right.SeeWorkspace, ToPost = Right.ServeMeals)]
public sealed class IndexModel(SolidarityDb db, MoveDelivery move, IWakeJobs wake, Site site, TimeProvider clock) : KitchenPage
{
    private const int Newest = 20;

    /// <summary>What wards miss, until it is settled; the newest first.</summary>
    public List<MealDelivery> Missed { get; private set; } = [];

    public List<WaitingMeals> Waiting { get; private set; } = [];

    /// <summary>Planned, or on their way; the next first.</summary>
    public List<MealDelivery> Open { get; private set; } = [];

    /// <summary>Brought; the newest first.</summary>
    public List<MealDelivery> Brought { get; private set; } = [];

    public DateOnly Today => site.DayOf(clock.GetUtcNow());

    /// <summary>What should have gone before today is today's.</summary>
    public IEnumerable<IGrouping<DateOnly, MealDelivery>> ByDay => Open.GroupBy(d => d.Day < Today ? Today : d.Day);

    public string PlanFor(WaitingMeals meals) => $"{Home}/plan?cook={meals.MealPartnerId}&ward={meals.CareSiteId}";

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public Task<IActionResult> OnPostLeaveAsync(Guid delivery, CancellationToken cancel) => MoveAsync(delivery, d => move.LeaveAsync(d.Id, d.MealPartnerId, cancel), "DoneLeft", cancel);

    public Task<IActionResult> OnPostDeliverAsync(Guid delivery, CancellationToken cancel) =>
        MoveAsync(delivery, d => move.DeliverAsync(d.Id, d.MealPartnerId, Me, cancel), "DoneDelivered", cancel);

    private async Task<IActionResult> MoveAsync(Guid id, Func<MealDelivery, Task> step, string done, CancellationToken cancel)
    {
        if (await db.DeliveriesOf(OrganisationId).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } delivery)
            return NotFound();
        try
        {
            await step(delivery);
            wake.Wake<ProcessOutbox>();
            return Then(Home, done);
        }
        catch (Refusal refusal)
        {
            await ReadAsync(cancel);
            return Refused(refusal);
        }
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Waiting = await db.WaitingAsync(OrganisationId, cancel);
        var deliveries = db.DeliveriesOf(OrganisationId).AsNoTracking();
        Missed = await deliveries.Unsettled().OrderByDescending(d => d.AnsweredAt).Take(Newest).ToListAsync(cancel);
        Open = await deliveries.Where(d => d.Status == DeliveryStatus.Planned || d.Status == DeliveryStatus.Left).OrderBy(d => d.Day).ThenBy(d => d.From).ThenBy(d => d.Id).ToListAsync(cancel);
        Brought = await deliveries.Where(d => d.DeliveredAt != null).OrderByDescending(d => d.DeliveredAt).Take(Newest).ToListAsync(cancel);
    }
}
