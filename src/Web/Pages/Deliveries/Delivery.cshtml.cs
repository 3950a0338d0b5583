using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Pictures;
using Solidarity.Web.Forms;
using Solidarity.Web.Language;
using Solidarity.Web.People;
using Solidarity.Web.Pictures;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Deliveries;

/// <summary>The ward says what arrived, and may thank. Who has the link may: it is in the ward's mail, and nowhere else.</summary>
[EnableRateLimiting(SafetySetup.Following)]
[Everyone]
[TakesPictures]
public sealed class DeliveryModel(SolidarityDb db, ConfirmDelivery confirm, ThankForMeals thank, StorePicture store, TimeProvider clock) : FormPage
{
    public MealDelivery Delivery { get; private set; } = null!;

    /// <summary>This page, written as it is: generated addresses are in small letters, and the token is not.</summary>
    public string Here => $"/deliveries/{Delivery.Token}";

    /// <summary>What was written; null before.</summary>
    public MealThanks? Thanks { get; private set; }

    public bool MayThank => Delivery is { AnsweredAt: { } answered, Arrived: > 0 } && clock.GetUtcNow() <= answered + MealThanks.Time;

    /// <summary>The form for what is missing was sent, and is shown open again.</summary>
    public bool IsShort { get; private set; }

    [BindProperty]
    public string? Arrived { get; set; }

    [BindProperty]
    public string? Problem { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public IFormFile? Photo { get; set; }

    [BindProperty]
    public string? Alt { get; set; }

    [BindProperty]
    public bool Consent { get; set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) => await FindAsync(token, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAllAsync(string token, CancellationToken cancel) =>
        DoAsync(token, "DoneAnswered", () => confirm.RunAsync(Delivery.Id, Delivery.Count, null, cancel), cancel);

    public Task<IActionResult> OnPostAsync(string token, CancellationToken cancel) => DoAsync(token, "DoneAnswered", () =>
    {
        IsShort = true;
        if (!int.TryParse(Arrived?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var arrived))
            throw new Refusal(Reason.MealsNotInDelivery, "arrived", Delivery.Count);
        return confirm.RunAsync(Delivery.Id, arrived, Problem, cancel);
    }, cancel);

    public Task<IActionResult> OnPostThankAsync(string token, CancellationToken cancel) => DoAsync(token, "DoneThanked", async () =>
    {
        await thank.CheckAsync(Delivery, cancel);
        var asked = new FormWords();
        asked.Words(Words, "words", MealThanks.LongestWords);
        asked.That(Photo is null || Consent, Reason.ConsentMissing, "consent");
        asked.Refuse();
        await thank.RunAsync(Delivery, Words, HttpContext.ReaderLanguage(), (await StoreAsync(cancel))?.Id, cancel);
    }, cancel);

    /// <summary>Among the pictures of the organisation that leads the programme.</summary>
    private async Task<Picture?> StoreAsync(CancellationToken cancel)
    {
        if (Photo is null)
            return null;
        var organisation = await db.Campaigns.Where(c => c.Id == Delivery.MealPartner.CampaignId).Select(c => c.Project.OrganisationId).SingleAsync(cancel);
        await using var upload = Photo.OpenReadStream();
        return await store.RunAsync(upload, Photo.FileName, Alt ?? "", organisation, null, cancel);
    }

    private async Task<IActionResult> DoAsync(string token, string done, Func<Task> act, CancellationToken cancel)
    {
        if (!await FindAsync(token, cancel))
            return NotFound();
        try
        {
            await act();
            return Then(Here, done);
        }
        catch (Refusal refusal)
        {
            // As it stands now: somebody else on the ward may have been faster.
            db.ChangeTracker.Clear();
            await FindAsync(token, cancel);
            return Refused(refusal);
        }
    }

    private async Task<bool> FindAsync(string token, CancellationToken cancel)
    {
        Response.KeepSecret();
        var delivery = await db.MealDeliveries.AsNoTracking().Include(d => d.CareSite).Include(d => d.MealPartner).ThenInclude(p => p.Partner).SingleOrDefaultAsync(d => d.Token == token, cancel);
        if (delivery is null)
            return false;
        Delivery = delivery;
        Thanks = await db.MealThanks.AsNoTracking().Include(t => t.Picture).SingleOrDefaultAsync(t => t.DeliveryId == delivery.Id, cancel);
        return true;
    }
}
