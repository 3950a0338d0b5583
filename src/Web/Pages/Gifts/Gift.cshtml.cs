using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Payments.Checkout;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Gifts;

/// <summary>What happened to one gift, for whoever has its link. It says what the database says: the browser's return proves nothing.</summary>
[Everyone]
public sealed class GiftModel(SolidarityDb db, TimeProvider clock) : PageModel
{
    public Donation Gift { get; private set; } = null!;

    public IReadOnlyList<TraceStep> Trace { get; private set; } = [];

    /// <summary>Null while Stripe has not told its fee.</summary>
    public FeeParts? Fee { get; private set; }

    /// <summary>The gift with the fees that were added to it.</summary>
    public Money ForCampaign => new(Gift.CampaignLines.Sum(l => l.AmountMinor), Gift.Currency);

    public GiftWords Words { get; private set; }

    /// <summary>Where the meals are, where the gift is of meals.</summary>
    public IReadOnlyList<MealJourney> Meals { get; private set; } = [];

    /// <summary>Every one that was not given back was confirmed, or eaten at the counter.</summary>
    public bool MealsAreThere => Meals.All(m => m.Steps[^1].Step is MealStep.Confirmed or MealStep.Served or MealStep.PaidBack) && Meals.Any(m => m.Steps[^1].Step != MealStep.PaidBack);

    /// <summary>The secret of the receipt's address; null while there is none.</summary>
    public string? Receipt { get; private set; }

    /// <summary>The giver sent a form that was paid already.</summary>
    public bool SentAgain { get; private set; }

    /// <summary>Nothing is to be paid again, says the payment page that the browser comes from.</summary>
    public bool ComesFromPayment => Words == GiftWords.Waiting && Request.Query["done"] == "1";

    /// <summary>This page again, with what the browser said on coming back.</summary>
    public string Again => $"/gifts/{Gift.Token}{(ComesFromPayment ? "?done=1" : "")}";

    public Campaign Campaign => Gift.CampaignLines.First().Campaign!;

    public Money GiftItself => new(Gift.Lines.Where(l => l.Kind == LineKind.Gift).Sum(l => l.AmountMinor), Gift.Currency);

    public Money Refunded => new(Gift.RefundedMinor, Gift.Currency);

    public DateTimeOffset PayableUntil => OpenCheckout.ClosesAt(Gift);

    public bool TakesGifts => Campaign.IsOpen(clock.GetUtcNow());

    /// <summary>Enough for the giver to know it again: a…@example.org.</summary>
    public string MaskedEmail => Gift.ErasedAt is null ? EmailAddress.Masked(Gift.Email) : "—";

    public async Task<IActionResult> OnGetAsync(string token, string? done, string? back, string? again, CancellationToken cancel)
    {
        Response.KeepSecret();
        // Of one moment: with the steps of a later one the page would say "waiting" and look for nothing new.
        if (await db.InSnapshotAsync(() => FindAsync(token, cancel), cancel) is not { } gift)
            return NotFound();
        Words = gift.Words(Trace, done == "1", back == "1");
        SentAgain = again == "1" && gift.Status != DonationStatus.Started;
        return Page();
    }

    private async Task<Donation?> FindAsync(string token, CancellationToken cancel)
    {
        var gift = await db.Donations.AsNoTracking().Include(d => d.Dedication).Include(d => d.Lines).ThenInclude(l => l.Campaign).ThenInclude(c => c!.Project)
            .Include(d => d.Lines).ThenInclude(l => l.Campaign).ThenInclude(c => c!.Partner).AsSplitQuery()
            .SingleOrDefaultAsync(d => d.Token == token, cancel);
        if (gift is null)
            return null;
        Gift = gift;
        Receipt = await db.Receipts.Where(r => r.DonationId == gift.Id).Select(r => r.Token).SingleOrDefaultAsync(cancel);
        Fee = await db.FeePartsAsync(gift, cancel);
        Trace = await db.TraceAsync(gift, cancel);
        Meals = await db.MealsOfAsync(gift.Id, cancel);
        return gift;
    }
}
