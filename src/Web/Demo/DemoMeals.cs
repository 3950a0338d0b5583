using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Payments.Onboarding;
using Solidarity.Payments.Transfers;
using Stripe;

namespace Solidarity.Web.Demo;

/// <summary>A meals programme with some weeks of history in every state: bought, planned, brought, confirmed, short, served at the counter, given back.</summary>
internal sealed class DemoMeals(IServiceScopeFactory scopes, DemoClock clock, DemoSandbox sandbox, IStripeClient stripe)
{
    private static readonly Guid Cook = Guid.Empty;

    private readonly DemoProgramme _demo = DemoFiles.Meals();
    private readonly SeededNumbers _numbers = new(20200401);
    private readonly List<MealPartner> _cooks = [];
    private readonly List<CareSite> _sites = [];
    private DateTimeOffset _next;

    /// <summary>Writes the programme, at the clock's time.</summary>
    /// <returns>What is bought, in the order of time.</returns>
    public async Task<List<DemoGift>> OpenAsync(DemoGivers givers, DateTimeOffset today, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
        var project = await db.Projects.Where(p => p.Slug == _demo.Project).Select(p => new { p.Id, p.OrganisationId }).SingleAsync(cancel);
        var partner = await db.Partners.Where(p => p.OrganisationId == project.OrganisationId).Select(p => p.Id).SingleAsync(cancel);
        var launched = today.AddDays(-_demo.StartedDaysAgo);
        var campaign = DemoMealRows.Campaign(_demo, NewId(), project.Id, partner, launched);
        db.Add(campaign);
        db.Add(new MealProgramme
        {
            CampaignId = campaign.Id,
            UnitMinor = _demo.Unit,
            Rule = _demo.Rule,
            DeliverBy = DateOnly.FromDateTime(today.AddDays(_demo.DeliverInDays).UtcDateTime),
            WeeksAhead = _demo.WeeksAhead,
        });
        _sites.AddRange(_demo.Sites.Select(s => DemoMealRows.Site(s, NewId(), campaign.Id)));
        db.AddRange(_sites);
        Apply(db, _demo.Applicant, campaign.Id, today.AddDays(-2));
        await db.SaveChangesAsync(cancel);
        foreach (var restaurant in _demo.Restaurants)
            await AddAsync(db, restaurant, campaign.Id, launched, scope.ServiceProvider, cancel);
        _next = launched.Date.AddDays(2).AddHours(14);
        return [.. Gifts(givers, launched, today).OrderBy(g => g.At)];
    }

    /// <summary>The kitchens' days that are over by then.</summary>
    public async Task UntilAsync(DateTimeOffset now, Func<DateTimeOffset, CancellationToken, Task> setClocks, CancellationToken cancel)
    {
        for (; _next <= now; _next = _next.AddDays(1))
        {
            await setClocks(_next, cancel);
            foreach (var cook in _cooks.Where(c => c.IsOpenOn(DateOnly.FromDateTime(_next.UtcDateTime))))
                await DayAsync(cook, cancel);
        }
    }

    /// <summary>How things stand today: something on its way, planned, called off, missing, with another restaurant, given back.</summary>
    public async Task EndAsync(CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var (cook, i) in _cooks.OrderByDescending(c => c.IsOpenOn(today)).Take(2).Select((c, i) => (c, i)))
            await PlanAsync(cook, leave: i == 0, cancel);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
        if (await PlanAsync(_cooks[2], leave: false, cancel) is { } off)
            await scope.ServiceProvider.GetRequiredService<MoveDelivery>().CallOffAsync(off, _cooks[2].Id, Cook, cancel);
        await ReassignAsync(db, scope.ServiceProvider.GetRequiredService<ReassignMeals>(), cancel);
        if (await db.MealDeliveries.Where(d => d.Status == DeliveryStatus.Delivered).OrderByDescending(d => d.Count).Select(d => new { d.Id, d.Count }).FirstOrDefaultAsync(cancel) is { } some)
            await scope.ServiceProvider.GetRequiredService<ConfirmDelivery>().RunAsync(some.Id, some.Count - 1, "Il manquait une boîte, et une autre était ouverte.", cancel);
        var back = await db.MealVouchers.Where(v => v.Status == VoucherStatus.Funded && v.ShortAt == null).OrderByDescending(v => v.Id).Select(v => v.DonationId).FirstOrDefaultAsync(cancel);
        if (back != Guid.Empty)
            await scope.ServiceProvider.GetRequiredService<RefundMeals>().RunAsync(NewId(), back, null, null, "giver", cancel);
    }

    /// <summary>One restaurant gives up what somebody bought of it, and another that cooks more takes it.</summary>
    private async Task ReassignAsync(SolidarityDb db, ReassignMeals reassign, CancellationToken cancel)
    {
        var from = _cooks[2].Id;
        if (await db.MealVouchers.Where(v => v.MealPartnerId == from && v.Status == VoucherStatus.Funded && v.TransferId != null).OrderBy(v => v.Id).Select(v => (Guid?)v.DonationId).FirstOrDefaultAsync(cancel) is not { } gift)
            return;
        var meals = await db.MealVouchers.Where(v => v.DonationId == gift && v.MealPartnerId == from && v.Status == VoucherStatus.Funded).Select(v => v.Id).ToListAsync(cancel);
        var to = await db.MealPartners.AsNoTracking().Include(p => p.Programme).Include(p => p.Partner).SingleAsync(p => p.Id == _cooks[3].Id, cancel);
        await reassign.ToPartnerAsync(meals, to, to.Programme.DeliverBy, Cook.ToString("D"), cancel);
    }

    /// <summary>What waits for the site with most meals is brought; the ward answers for what came before; now and then somebody eats at the counter.</summary>
    private async Task DayAsync(MealPartner cook, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
        foreach (var open in await db.MealDeliveries.Where(d => d.MealPartnerId == cook.Id && d.Status == DeliveryStatus.Delivered).Select(d => new { d.Id, d.Count }).ToListAsync(cancel))
        {
            var missing = _numbers.Below(12) == 0 ? 1 : 0;
            if (_numbers.Below(8) > 0)
                await scope.ServiceProvider.GetRequiredService<ConfirmDelivery>().RunAsync(open.Id, open.Count - missing, missing > 0 ? "Il manquait une boîte." : null, cancel);
        }

        if (_numbers.Below(6) == 0 && await db.MealVouchers.Where(v => v.MealPartnerId == cook.Id && v.Status == VoucherStatus.Funded).OrderBy(v => v.PaidAt).Select(v => v.Code).FirstOrDefaultAsync(cancel) is { } code)
            await scope.ServiceProvider.GetRequiredService<RedeemVoucher>().RunAsync(cook.Id, code, Cook, null, cancel);
        if (await PlanAsync(cook, leave: false, cancel) is { } delivery)
            await scope.ServiceProvider.GetRequiredService<MoveDelivery>().DeliverAsync(delivery, cook.Id, Cook, cancel);
    }

    private async Task<Guid?> PlanAsync(MealPartner cook, bool leave, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
        var waiting = await db.MealVouchers.Where(v => v.MealPartnerId == cook.Id && v.Status == VoucherStatus.Funded).GroupBy(v => v.CareSiteId)
            .Select(g => new { Site = g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).FirstOrDefaultAsync(cancel);
        if (waiting is null)
            return null;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var day = Enumerable.Range(0, 7).Select(today.AddDays).First(cook.IsOpenOn);
        var plan = new DeliveryPlan(waiting.Site, Math.Min(waiting.Count, 20), day, new TimeOnly(18, 0), new TimeOnly(19, 0));
        var delivery = await scope.ServiceProvider.GetRequiredService<PlanDelivery>().RunAsync(cook.Id, plan, Cook, cancel);
        if (leave)
            await scope.ServiceProvider.GetRequiredService<MoveDelivery>().LeaveAsync(delivery.Id, cook.Id, cancel);
        return delivery.Id;
    }

    private IEnumerable<DemoGift> Gifts(DemoGivers givers, DateTimeOffset launched, DateTimeOffset today)
    {
        var words = new Queue<string>(_numbers.Shuffle(_demo.Messages));
        for (var i = 0; i < _demo.Gifts; i++)
        {
            var site = _sites[_numbers.Below(_sites.Count)].Id;
            var wishes = new List<MealWish> { new(_cooks[_numbers.Below(_cooks.Count)].Id, site, 1 + _numbers.Below(4)) };
            if (_numbers.Below(5) == 0)
                wishes.Add(new(_cooks[_numbers.Below(_cooks.Count)].Id, site, 1));
            var request = new GiftRequest(
                _demo.Slug, Money.Eur(0), _numbers.Below(4) == 0 ? Money.Eur(100) : null, false, $"giver-{_numbers.Below(100_000):D5}@mail.example",
                givers.Names[_numbers.Below(givers.Names.Length)], words.Count > 0 && _numbers.Below(3) == 0 ? words.Dequeue() : null, false, false,
                Languages.All[_numbers.Below(3)], Meals: wishes, Dedication: DedicationOf(i, today));
            yield return DemoGift.Of(launched + ((today - launched) * _numbers.Fraction()), request);
        }
    }

    /// <summary>Now and then a gift is in somebody's name; one has an e-card whose day is still to come.</summary>
    private DedicationWish? DedicationOf(int gift, DateTimeOffset today)
    {
        const int Every = 17;
        if (gift % Every != 0 || gift / Every >= _demo.Dedications.Length)
            return null;
        var demo = _demo.Dedications[gift / Every];
        return new DedicationWish(
            demo.Honoured, demo.Words, ShownOnWall: true, demo.CardEmail, demo.CardInDays is { } days ? DateOnly.FromDateTime(today.AddDays(days).UtcDateTime) : null, demo.CardLanguage);
    }

    /// <summary>It has not begun to tell Stripe who it is, and nobody has answered it.</summary>
    private void Apply(SolidarityDb db, DemoRestaurant demo, Guid campaignId, DateTimeOffset at)
    {
        var organisation = DemoMealRows.Organisation(demo, NewId(), verifiedAt: null);
        var partner = DemoMealRows.Partner(demo, NewId(), organisation.Id, account: null);
        db.AddRange(organisation, partner, DemoMealRows.Cook(demo, NewId(), campaignId, partner.Id, at));
    }

    private async Task AddAsync(SolidarityDb db, DemoRestaurant demo, Guid campaignId, DateTimeOffset at, IServiceProvider services, CancellationToken cancel)
    {
        var account = await new AccountService(stripe).CreateAsync(
            new AccountCreateOptions
            {
                Type = "express",
                Country = "BE",
                Email = demo.Email,
                BusinessProfile = new AccountBusinessProfileOptions { Name = demo.Name },
                Capabilities = new AccountCapabilitiesOptions { Transfers = new AccountCapabilitiesTransfersOptions { Requested = true } },
            }, null, cancel);
        await sandbox.FinishOnboardingAsync(account.Id, cancel);
        var organisation = DemoMealRows.Organisation(demo, NewId(), verifiedAt: at);
        var partner = DemoMealRows.Partner(demo, NewId(), organisation.Id, account.Id);
        var cook = DemoMealRows.Cook(demo, NewId(), campaignId, partner.Id, at);
        cook.MoveTo(MealPartnerStatus.Accepted);
        db.AddRange(organisation, partner, cook);
        await db.SaveChangesAsync(cancel);
        await services.GetRequiredService<SyncPartner>().RunAsync(account.Id, cancel);
        _cooks.Add(cook);
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
