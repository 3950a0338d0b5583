using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Payments.Checkout;
using Solidarity.Web.Forms;
using Solidarity.Web.Language;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Giving;

/// <summary>The giving form. Its antiforgery token is checked in <see cref="OnPostAsync"/>, so that a stale form comes back filled in.</summary>
[EnableRateLimiting(SafetySetup.Giving)]
[IgnoreAntiforgeryToken]
[Everyone]
public sealed class GiveModel(SolidarityDb db, StartDonation start, IAntiforgery antiforgery, GuardGiving guard, AskQuestion questions, IWakeJobs wake, Site site, TimeProvider clock) : PageModel, IHaveProblems
{
    public Campaign Campaign { get; private set; } = null!;

    public GiftForm Form { get; private set; } = new();

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public string? InputOf(Problem problem) => GiveInputs.Id(problem.Field, Form, Campaign.Currency);

    /// <summary>Why the campaign takes no gift now, or null.</summary>
    public Reason? Closed { get; private set; }

    /// <summary>What is asked of somebody from where many payments were declined; null for nearly everybody.</summary>
    public Question? Asked { get; private set; }

    /// <summary>The form could not be told from one that somebody else sent in the giver's name: it must be sent once more.</summary>
    public bool Stale { get; private set; }

    public bool OffersFees => Campaign.FeeBearer == FeeBearer.Giver;

    public GiftSum? Sum => GiftSum.Of(Form, Campaign.Currency, OffersFees, Menu?.Unit);

    /// <summary>Restaurants and care sites, where the campaign is of kind Meals.</summary>
    public MealMenu? Menu { get; private set; }

    /// <summary>How many meals each restaurant has left, by its id in the programme.</summary>
    public IReadOnlyDictionary<Guid, int> Free { get; private set; } = new Dictionary<Guid, int>();

    /// <summary>The restaurants one a line, instead of as cards.</summary>
    public bool AsList => Request.Query["as"] == "list";

    public int FreeInAll => Free.Values.Sum();

    public async Task<IActionResult> OnGetAsync(string? amount, string? other, string? again, int? meals, Guid? restaurant, CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        var before = again is null ? null : await db.Donations.AsNoTracking().Include(d => d.Lines).Include(d => d.Dedication).SingleOrDefaultAsync(d => d.Token == again, cancel);
        Form = before is null ? GiftForm.FromLink(amount, other, HttpContext.ReaderLanguage(), Campaign.Currency) : GiftForm.Again(before, HttpContext.Began(before), CultureInfo.CurrentCulture);
        if (before is not null && Menu is not null)
            Form = Form.WithMeals(await db.MealOrders.AsNoTracking().Where(o => o.DonationId == before.Id).ToListAsync(cancel));
        else if (restaurant is { } cook && meals is > 0 and <= TakePlaces.MostMeals && Free.ContainsKey(cook))
            Form = Form.WithMeals(cook, meals.Value);
        if (Form.Email.Length == 0 && User.Session() is { } session)
            Form = Form with { Email = await db.People.Where(p => p.Id == session.PersonId && p.EmailConfirmed).Select(p => p.Email).SingleOrDefaultAsync(cancel) ?? "", Name = session.Name };
        return Show(StatusCodes.Status200OK);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        Form = await GiftForm.ReadAsync(Request, Campaign.Currency, cancel);
        if (Form.Key.Length == 0)
            Form = Form with { Key = UnguessableToken.Create() };
        Stale = !await antiforgery.IsRequestValidAsync(HttpContext);
        // A key that may come from elsewhere is not carried on.
        if (Stale)
            Form = Form with { Key = UnguessableToken.Create() };
        if (Stale || Closed is not null)
            return Show(StatusCodes.Status400BadRequest);
        if (Request.HasFormContentType && Request.Form["speak"].ToString() is { Length: > 0 } language)
            HttpContext.KeepLanguage(language);
        else if (!Request.HasFormContentType || !Request.Form.ContainsKey("preview"))
            return await SendAsync(cancel);
        return Show(StatusCodes.Status200OK);
    }

    private async Task<IActionResult> SendAsync(CancellationToken cancel)
    {
        try
        {
            var begun = await BeginAsync(cancel);
            HttpContext.KeepBegun(begun.Donation);
            if (begun.Replaced)
                wake.Wake<ProcessOutbox>();
            return new SeeOther(begun.Next);
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        // Not bound as an argument: where the posted body cannot be read, nothing is bound, and the reader would be told of a missing page.
        if (await GivingCampaign.FindAsync(db, RouteData.Values["slug"]?.ToString(), clock.GetUtcNow(), cancel) is not { } found)
            return false;
        (Campaign, Menu, Closed) = found;
        if (Menu is not null)
            Free = await db.FreePlacesAsync(Menu.Programme, Menu.Partners, site.DayOf(clock.GetUtcNow()), cancel);
        return true;
    }

    /// <exception cref="Refusal">With everything that is wrong, beside the amounts that cannot be read.</exception>
    private async Task<BegunGift> BeginAsync(CancellationToken cancel)
    {
        var request = Form.Request(Campaign, out var unreadable);
        if (unreadable.Count > 0)
            throw new Refusal([.. unreadable, .. await start.CheckAsync(request, cancel)]);
        return await guard.BeginAsync(HttpContext, request, new(Form.Key, Form.Question, Form.Answer, Form.Work), cancel);
    }

    private PageResult Refused(Refusal refusal)
    {
        Problems = refusal.Problems;
        var reasons = Problems.Select(p => p.Reason).ToList();
        if (reasons.Contains(Reason.FormKeyNotValid))
            Form = Form with { Key = UnguessableToken.Create() };
        if (reasons.Contains(Reason.QuestionAsked) || reasons.Contains(Reason.QuestionWrong))
            Asked = questions.Make(Form.Key);
        Closed ??= reasons.Where(r => r is Reason.CampaignNotOpen or Reason.PartnerNotReady).Select(r => (Reason?)r).FirstOrDefault();
        return Show(reasons.Contains(Reason.PaymentServiceUnavailable) ? StatusCodes.Status503ServiceUnavailable : reasons.Contains(Reason.TooManyAttempts) ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity);
    }

    private PageResult Show(int status)
    {
        Response.StatusCode = Closed is null ? status : StatusCodes.Status409Conflict;
        // The reader's own browser keeps it for the back button: then the form has what was typed, and its key, so that sending it again is
        // the same gift. Last of all, because the form's token forbids that.
        Response.OnStarting(() =>
        {
            Response.Headers.CacheControl = "private, no-cache";
            Response.Headers.Remove(HeaderNames.Pragma);
            return Task.CompletedTask;
        });
        return Page();
    }
}
