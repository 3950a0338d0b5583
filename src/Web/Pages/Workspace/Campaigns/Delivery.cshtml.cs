using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Payments.Transfers;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Campaigns;

/// <summary>One delivery of a programme: what the ward said, and what becomes of what is missing.</summary>
[Asks(Right.SeeWorkspace, ToPost = Right.ManageCampaigns)]
public sealed class DeliveryModel(SolidarityDb db, RedirectMissingMeals redirect, SettleDelivery settle, IWakeJobs wake, Site site) : CampaignPage(db)
{
    public MealDelivery Delivery { get; private set; } = null!;

    /// <summary>Meals that have neither come since nor gone to another.</summary>
    public int Missing { get; private set; }

    /// <summary>Of those, how many the restaurant has in a delivery again.</summary>
    public int PlannedAgain { get; private set; }

    /// <summary>Others of the programme that could cook them.</summary>
    public List<MealPartner> Cooks { get; private set; } = [];

    /// <summary>Others of the programme that could eat them.</summary>
    public List<CareSite> Wards { get; private set; } = [];

    public bool May => Workplace.May(Right.ManageCampaigns);

    /// <summary>The morning on which the programme's rule decides what nobody decided.</summary>
    public DateOnly RuleFrom
    {
        get
        {
            var (patience, over) = (site.DayOf(Delivery.AnsweredAt!.Value + LateMeals.Patience).AddDays(1), Programme!.DeliverBy.AddDays(1));
            return over > site.DayOf(Delivery.AnsweredAt.Value) && over < patience ? over : patience;
        }
    }

    /// <summary>cook:…, ward:… or back.</summary>
    [BindProperty]
    public string? Target { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostRedirectAsync(Guid id, CancellationToken cancel) => DoAsync(id, "DoneRedirected", () => Target?.Split(':') switch
    {
        ["cook", var cook] when Guid.TryParse(cook, out var to) => redirect.ToPartnerAsync(id, Campaign.Id, to, Me, cancel),
        ["ward", var ward] when Guid.TryParse(ward, out var to) => redirect.ToSiteAsync(id, Campaign.Id, to, Me, cancel),
        ["back"] => redirect.GiveBackAsync(id, Campaign.Id, Me, cancel),
        _ => throw new Refusal(Reason.MealsTargetMissing, "target"),
    }, cancel);

    public Task<IActionResult> OnPostSettleAsync(Guid id, CancellationToken cancel) => DoAsync(id, "DoneSettled", () => settle.RunAsync(id, Campaign.Id, Words, Me, cancel), cancel);

    private async Task<IActionResult> DoAsync(Guid id, string done, Func<Task> act, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        try
        {
            await act();
            wake.Wake<ProcessOutbox>();
            return Then($"{Here}/deliveries/{id}", done);
        }
        catch (Refusal refusal)
        {
            Db.ChangeTracker.Clear();
            await FindAsync(id, cancel);
            return Refused(refusal);
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var delivery = await Db.MealDeliveries.AsNoTracking().Include(d => d.CareSite).Include(d => d.MealPartner).ThenInclude(p => p.Partner)
            .SingleOrDefaultAsync(d => d.Id == id && d.MealPartner.CampaignId == Campaign.Id, cancel);
        if (delivery is null)
            return false;
        Delivery = delivery;
        if (!Delivery.IsUnsettled)
            return true;
        Missing = await Db.MealVouchers.CountAsync(v => v.MissingFromId == id, cancel);
        PlannedAgain = await Db.MealVouchers.CountAsync(v => v.MissingFromId == id && v.Status == VoucherStatus.Accepted, cancel);
        var cooks = await Db.MealPartners.AsNoTracking().Include(p => p.Partner).Where(p => p.CampaignId == Campaign.Id && p.Id != delivery.MealPartnerId && p.Status == MealPartnerStatus.Accepted)
            .OrderBy(p => p.Partner.Name).ToListAsync(cancel);
        Cooks = [.. cooks.Where(c => c.Cooks)];
        Wards = await Db.CareSites.AsNoTracking().Where(s => s.CampaignId == Campaign.Id && s.Id != delivery.CareSiteId && s.ClosedAt == null).OrderBy(s => s.Name).ThenBy(s => s.Ward).ToListAsync(cancel);
        return true;
    }
}
