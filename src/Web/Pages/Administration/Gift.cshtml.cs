using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Payments.Refunds;
using Solidarity.Web.Forms;
using Solidarity.Web.People;
using Solidarity.Web.Trail;

namespace Solidarity.Web.Pages.Administration;

/// <summary>One gift with everything that is kept about it, and a refund.</summary>
[Asks(Right.Administer)]
public sealed class GiftModel(SolidarityDb db, OrderRefund refund, RefundMeals refundMeals, ForeseeRefund foresee, IWakeJobs wake, TimeProvider clock) : FormPage
{
    public Donation Gift { get; private set; } = null!;

    public GiftRecords Records { get; private set; } = null!;

    public Money Left { get; private set; }

    public List<TrailRow> Trail { get; private set; } = [];

    /// <summary>A gift of meals is given back by meals: where they are.</summary>
    public List<MealJourney> Meals { get; private set; } = [];

    public int MealsOpen => Meals.Where(m => m.Next is MealStep.SentToRestaurant or MealStep.Accepted).Sum(m => m.Count);

    public bool CanBeRefunded => Gift.Status is DonationStatus.Paid or DonationStatus.PartlyRefunded && Left.IsPositive && Records.Orders.TrueForAll(o => o.EndedAt is not null);

    /// <summary>What is asked about once more before it is ordered; null while it is being typed.</summary>
    public ForeseenRefund? Foreseen { get; private set; }

    /// <summary>The order's id: the same form sent twice is one refund.</summary>
    [BindProperty]
    public Guid? Key { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    /// <summary>How many meals; nothing for all that can be given back.</summary>
    [BindProperty]
    public string? Count { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Key = Guid.CreateVersion7(clock.GetUtcNow());
        return await FindAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, bool sure, bool change, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        if (change)
            return Page();
        try
        {
            if (Meals.Count > 0)
                return await GiveBackMealsAsync(sure, cancel);
            Money? part = string.IsNullOrWhiteSpace(Amount) ? null : MoneyText.Parse(Amount, Gift.Currency, CultureInfo.CurrentCulture, "amount");
            if (!sure)
            {
                Foreseen = await foresee.RunAsync(Gift, await refund.CheckAsync(id, part, Reason, cancel), cancel);
                return Page();
            }

            await refund.RunAsync(Key ?? throw new Refusal(Domain.Reason.FormKeyNotValid), id, part, HttpContext.Session().PersonId, Reason, cancel);
            wake.Wake<ProcessOutbox>();
            return Then($"/administration/gifts/{id}", "DoneRefund");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    private async Task<IActionResult> GiveBackMealsAsync(bool sure, CancellationToken cancel)
    {
        int? count = string.IsNullOrWhiteSpace(Count) ? null : int.TryParse(Count, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        if (!sure)
        {
            var (back, amount) = await refundMeals.CheckAsync(Gift.Id, count, Reason, cancel);
            (Foreseen, Count) = (await foresee.OfMealsAsync(Gift, back, amount, cancel), back.Count.ToString(CultureInfo.InvariantCulture));
            return Page();
        }

        await refundMeals.RunAsync(Key ?? throw new Refusal(Domain.Reason.FormKeyNotValid), Gift.Id, count, HttpContext.Session().PersonId, Reason, cancel);
        wake.Wake<ProcessOutbox>();
        return Then($"/administration/gifts/{Gift.Id}", "DoneRefund");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var gift = await db.Donations.AsNoTracking().Include(d => d.Lines).ThenInclude(l => l.Campaign).Include(d => d.Moves).AsSplitQuery().SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (gift is null)
            return false;
        Gift = gift;
        Records = await GiftRecords.ReadAsync(db, gift, cancel);
        Left = await refund.LeftAsync(gift, cancel);
        Meals = await db.MealsOfAsync(gift.Id, cancel);
        Trail = await db.Trail.Where(t => t.SubjectId == id).RowsAsync(db, null, r => HttpContext.Session().PlatformRole.Has(r), cancel);
        Trail.Cut();
        return true;
    }
}
