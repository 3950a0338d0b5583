using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Tests.Meals;

public class ShortageTests : DatabaseTest
{
    private readonly WardRows _rows = new();
    private readonly Person _owner = Person.New("owner@example.org", "Olga", "fr", FakeClock.Noon);
    private readonly Person _cook = Person.New("cook@example.org", "Karim", "nl", FakeClock.Noon);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _rows.Brought("ann@example.org", 3);
        _rows.Bring();
        await SaveAsync(
        [
            .. _rows.All, _owner, _cook,
            new Membership { OrganisationId = _rows.Programme.Id, PersonId = _owner.Id, Role = OrganisationRole.Owner, Since = FakeClock.Noon },
            new Membership { OrganisationId = _rows.Restaurant.Id, PersonId = _cook.Id, Role = OrganisationRole.Editor, Since = FakeClock.Noon },
        ]);
    }

    [Fact]
    public async Task What_is_missing_is_told_to_the_restaurant_and_to_who_leads_the_programme_each_in_their_language()
    {
        await AnswerAsync(2, "One box was open.");
        await using var db = Database.Open();
        var letters = await db.Letters.OrderBy(l => l.To).ToListAsync();
        Assert.Equal([("cook@example.org", LetterKind.MealsShort, "nl"), ("owner@example.org", LetterKind.MealsShortOwner, "fr")], letters.Select(l => (l.To, l.Kind, l.Language)));
        Assert.All(letters, l => Assert.Equal("One box was open.", l.Quote));
        Assert.Equal("""["1","Children, Saint Mary","2","3"]""", letters[0].Args);
        Assert.Equal("/workspace/campaigns/meals/deliveries", letters[1].Link);
    }

    [Fact]
    public async Task A_second_answer_is_refused_and_changes_nothing()
    {
        await AnswerAsync(3, null);
        Assert.Equal(Reason.DeliveryAnswered, (await Assert.ThrowsAsync<Refusal>(() => AnswerAsync(1, null))).Problems[0].Reason);
        await using var db = Database.Open();
        Assert.Equal(3, await db.MealVouchers.CountAsync(v => v.Status == VoucherStatus.Confirmed));
        Assert.Empty(await db.Letters.ToListAsync());
    }

    [Fact]
    public async Task It_settles_itself_once_nothing_is_missing_and_not_before()
    {
        await AnswerAsync(1, null);
        Assert.Equal(0, await ThemselvesAsync());
        await MissingAsync(v => v.MoveTo(VoucherStatus.Redeemed, FakeClock.Noon, "counter"), 1);
        Assert.Equal(0, await ThemselvesAsync());
        await MissingAsync(v => v.Reassign(v.MealPartnerId, v.CareSiteId, FakeClock.Noon, "somebody"), 1);
        Assert.Equal(1, await ThemselvesAsync());
        await using var db = Database.Open();
        Assert.NotNull((await db.MealDeliveries.SingleAsync()).SettledAt);
        Assert.Empty(await db.MealVouchers.Where(v => v.MissingFromId != null).ToListAsync());
    }

    [Fact]
    public async Task Where_all_arrived_and_something_was_wrong_only_somebody_settles_it()
    {
        await AnswerAsync(3, "Cold.");
        Assert.Equal(0, await ThemselvesAsync());
        Assert.Equal(Reason.TextMissing, (await Assert.ThrowsAsync<Refusal>(() => SettleAsync(" "))).Problems[0].Reason);
        await SettleAsync("Talked about it.");
        Assert.Equal(Reason.DeliverySettled, (await Assert.ThrowsAsync<Refusal>(() => SettleAsync("Again."))).Problems[0].Reason);
        await using var db = Database.Open();
        Assert.Equal("Talked about it.", (await db.MealDeliveries.SingleAsync()).Settlement);
        Assert.Equal("DeliverySettled", (await db.Trail.SingleAsync()).Act);
    }

    [Fact]
    public async Task What_is_missing_is_late_after_three_days_unless_somebody_settled_it()
    {
        await AnswerAsync(1, null);
        Assert.Equal(0, await LateAsync());
        Clock.Advance(LateMeals.Patience + TimeSpan.FromMinutes(1));
        Assert.Equal(2, await LateAsync());
        await SettleAsync("They come on Friday.");
        Assert.Equal(0, await LateAsync());
    }

    private async Task AnswerAsync(int arrived, string? problem)
    {
        await using var db = Database.Open();
        var counts = new CountMeals(db, Seed.Site, Clock);
        await new ConfirmDelivery(db, new MoveDelivery(db, counts, Seed.Site, Clock), counts, new TellOfShortage(db), Clock).RunAsync(_rows.Delivery.Id, arrived, problem, None);
    }

    private async Task<int> ThemselvesAsync()
    {
        await using var db = Database.Open();
        return await new SettleDelivery(db, Clock).ByThemselvesAsync(None);
    }

    private async Task SettleAsync(string words)
    {
        await using var db = Database.Open();
        await new SettleDelivery(db, Clock).RunAsync(_rows.Delivery.Id, _rows.CampaignId, words, _owner.Id, None);
    }

    private async Task MissingAsync(Action<MealVoucher> move, int most)
    {
        await using var db = Database.Open();
        foreach (var voucher in await db.MealVouchers.Where(v => v.MissingFromId == _rows.Delivery.Id).Take(most).ToListAsync())
            move(voucher);
        await db.SaveChangesAsync();
    }

    private async Task<int> LateAsync()
    {
        await using var db = Database.Open();
        var now = Clock.GetUtcNow();
        return await db.MealVouchers.Late(await db.MealProgrammes.SingleAsync(), now, Seed.Site.DayOf(now)).CountAsync();
    }
}
