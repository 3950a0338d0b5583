using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Web.Forms;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Gifts;

/// <summary>The giver asks for meals back that nobody has begun to cook. Who has the gift's link may; the money goes where it came from.</summary>
[EnableRateLimiting(SafetySetup.Giving)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Everyone]
public sealed class RefundModel(SolidarityDb db, RefundMeals refund, IWakeJobs wake, TimeProvider clock) : FormPage
{
    public Donation Gift { get; private set; } = null!;

    /// <summary>How many can be given back; the others are planned, eaten or given back already.</summary>
    public int Open { get; private set; }

    public int All { get; private set; }

    /// <summary>What the giver would get; null where nothing can be given back now.</summary>
    public Money? Back { get; private set; }

    /// <summary>Why nothing can be given back now; null where something can, or nothing is left.</summary>
    public Problem? Why { get; private set; }

    /// <summary>The form's own: sent twice, it is one order.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (!await FindAsync(token, cancel))
            return NotFound();
        Key = Guid.CreateVersion7(clock.GetUtcNow());
        await ForeseeAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (!await FindAsync(token, cancel))
            return NotFound();
        try
        {
            await refund.RunAsync(Key != Guid.Empty ? Key : throw new Refusal(Reason.FormKeyNotValid), Gift.Id, null, null, "giver", cancel);
            wake.Wake<ProcessOutbox>();
            return Redirect($"/gifts/{token}");
        }
        catch (Refusal refusal)
        {
            if (refusal.Problems[0].Reason == Reason.FormKeyNotValid)
                Key = Guid.CreateVersion7(clock.GetUtcNow());
            await ForeseeAsync(cancel);
            return Refused(refusal);
        }
    }

    private async Task ForeseeAsync(CancellationToken cancel)
    {
        if (Open == 0)
            return;
        try
        {
            Back = (await refund.CheckAsync(Gift.Id, null, cancel)).Amount;
        }
        catch (Refusal refusal)
        {
            Why = refusal.Problems[0];
        }
    }

    private async Task<bool> FindAsync(string token, CancellationToken cancel)
    {
        Response.KeepSecret();
        var gift = await db.Donations.AsNoTracking().SingleOrDefaultAsync(d => d.Token == token, cancel);
        if (gift is null)
            return false;
        Gift = gift;
        All = await db.MealVouchers.CountAsync(v => v.DonationId == gift.Id, cancel);
        Open = await db.MealVouchers.CountAsync(v => v.DonationId == gift.Id && v.Status == VoucherStatus.Funded, cancel);
        return All > 0;
    }
}
