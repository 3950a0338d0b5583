using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;

namespace Solidarity.App.Tests.Meals;

/// <summary>A live programme at 10.00 a meal: two restaurants that can be paid, two wards.</summary>
/// <param name="First">The first restaurant's own, whose project the programme belongs to.</param>
public sealed record MealsProgramme(SiteFixture Site, Guid Id, string Slug, DemoCampaign First, IReadOnlyList<Guid> Cooks, IReadOnlyList<Guid> Wards)
{
    public static readonly string[] Names = ["Noodles", "Stew"];

    public string Page => $"/campaigns/{Slug}";

    /// <param name="capacity">Of each restaurant, a week.</param>
    public static async Task<MealsProgramme> MakeAsync(SiteFixture site, int capacity = 100)
    {
        var (first, second) = (await DemoCampaign.MakeAsync(site), await DemoCampaign.MakeAsync(site));
        var (id, slug, now) = (Guid.CreateVersion7(), $"meals-{first.Slug}", TimeProvider.System.GetUtcNow());
        List<MealPartner> cooks = [];
        List<CareSite> wards = [];
        await site.InDbAsync(async db =>
        {
            var model = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == first.Id);
            var campaign = new Campaign
            {
                Id = id,
                ProjectId = model.ProjectId,
                PartnerId = model.PartnerId,
                Slug = slug,
                Title = "Meals for the night",
                Summary = "Meals.",
                Kind = CampaignKind.Meals,
                CurrencyCode = "EUR",
                LaunchedAt = now,
                Totals = new CampaignTotals { CampaignId = id },
            };
            campaign.MoveTo(CampaignStatus.InReview, now, "test");
            campaign.MoveTo(CampaignStatus.Live, now, "test");
            db.AddRange(campaign, new MealProgramme { CampaignId = id, UnitMinor = 1000, Rule = UndeliveredRule.Refund, DeliverBy = DateOnly.FromDateTime(now.UtcDateTime).AddDays(60), WeeksAhead = 2 });
            foreach (var (name, source) in Names.Zip([first, second]))
            {
                var partner = await db.Campaigns.Where(c => c.Id == source.Id).Select(c => c.Partner).SingleAsync();
                await db.Partners.Where(p => p.Id == partner.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, name));
                cooks.Add(new MealPartner { Id = Guid.CreateVersion7(), CampaignId = id, PartnerId = partner.Id, Words = $"{name} of the house.", Language = "en", City = "Brussels", Per = CapacityPer.Week, Capacity = capacity, Days = (OpenDays)127, AppliedAt = now });
                cooks[^1].MoveTo(MealPartnerStatus.Accepted);
            }

            foreach (var ward in new[] { "Children", "Emergency" })
                wards.Add(new CareSite { Id = Guid.CreateVersion7(), CampaignId = id, Name = "Saint Mary", Ward = ward, Street = "1 Hospital Street", PostalCode = "1000", City = "Brussels", Contact = "Head nurse", ContactEmail = "ward@mail.example", Language = "fr" });
            db.AddRange([.. cooks, .. wards]);
            return await db.SaveChangesAsync();
        });
        return new(site, id, slug, first, [.. cooks.Select(c => c.Id)], [.. wards.Select(w => w.Id)]);
    }

    /// <summary>Fills the giving form in, and sends it.</summary>
    /// <returns>What the site answers: on to the payment page, or the form again.</returns>
    public async Task<Page> SendAsync(Browser browser, int meals, string email, int cook = 0, params (string Name, string? Value)[] more)
    {
        (string Name, string? Value)[] usual =
            [("site", Wards[0].ToString()), (MealFields.Count(Cooks[cook]), meals.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("email", email), ("name", "Ann"), ("preview", null)];
        return await browser.SendAsync(await browser.GoAsync(Page + "/give"), [.. usual.Where(u => more.All(m => m.Name != u.Name)), .. more]);
    }

    /// <summary>Begins a gift that nobody has paid yet.</summary>
    public async Task<Donation> BeginAsync(int meals, string email, int cook = 0, params (string Name, string? Value)[] more)
    {
        using var browser = Site.Browse();
        Assert.Equal(303, (int)(await SendAsync(browser, meals, email, cook, more)).Status);
        return await OfAsync(email);
    }

    public async Task<Donation> BuyAsync(int meals, string email, int cook = 0, params (string Name, string? Value)[] more)
    {
        var gift = await BeginAsync(meals, email, cook, more);
        await Site.Stripe.PayAsync(new Uri(gift.CheckoutUrl!), Cards.Pays);
        await Site.UntilAsync(gift.Token, DonationStatus.Paid);
        await Site.UntilQuietAsync();
        return await Site.DonationAsync(gift.Token);
    }

    public Task<Donation> OfAsync(string email) => Site.InDbAsync(db => db.Donations.AsNoTracking().SingleAsync(d => d.Email == email));

    public Task<int> FreeAsync(int cook = 0) => Site.InDbAsync(async db =>
    {
        var menu = (await MealMenu.FindAsync(db, await db.Campaigns.SingleAsync(c => c.Id == Id), default))!;
        return (await db.FreePlacesAsync(menu.Programme, menu.Partners, Site.Services.GetRequiredService<Domain.Site>().DayOf(TimeProvider.System.GetUtcNow()), default))[Cooks[cook]];
    });

    /// <summary>Planned and brought. Who tells givers of it is not asked for here.</summary>
    public async Task DeliverAsync(int meals, int cook = 0)
    {
        var delivery = Guid.Empty;
        var day = Site.Services.GetRequiredService<Domain.Site>().DayOf(TimeProvider.System.GetUtcNow());
        await Site.WithAsync<PlanDelivery>(async plan => delivery = (await plan.RunAsync(Cooks[cook], new DeliveryPlan(Wards[0], meals, day, new TimeOnly(11, 0), new TimeOnly(12, 0)), Guid.NewGuid(), default)).Id);
        await Site.WithAsync<MoveDelivery>(move => move.DeliverAsync(delivery, Cooks[cook], Guid.NewGuid(), default));
        await Site.InDbAsync(db => db.Outbox.Where(m => m.SubjectId == delivery).ExecuteDeleteAsync());
    }

    /// <summary>A job as it would run at another time.</summary>
    public static async Task RunAsync<TJob>(SiteFixture site, DateTimeOffset now) where TJob : Jobs.IJob
    {
        await using var scope = site.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<TJob>(scope.ServiceProvider, new SetClock(now)).RunAsync(default);
    }

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
