using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Messages;
using Solidarity.Domain.People;
using Solidarity.Domain.Updates;

namespace Solidarity.Domain.Tests.Meals;

public class PlanMealMailsTests : DatabaseTest
{
    private readonly WardRows _rows = new();

    [Fact]
    public async Task Of_five_hundred_meals_of_four_hundred_givers_each_giver_has_one_mail_however_often_it_is_planned()
    {
        for (var i = 0; i < 400; i++)
            _rows.Brought($"giver{i}@example.org", i < 100 ? 2 : 1, Languages.All[i % 5]);
        _rows.Bring();
        await SaveAsync(_rows.All);
        await PlanAsync();
        // As after a crash in the middle: some pages are there, others not.
        await SqlAsync($"""DELETE FROM "Outbox" WHERE "Kind" = 'mailing' AND "SubjectId" IN (SELECT "Id" FROM "Mailings" WHERE "Email" LIKE 'giver1%')""");
        await SqlAsync($"""DELETE FROM "Mailings" WHERE "Email" LIKE 'giver1%'""");
        await PlanAsync();
        await PlanAsync();
        await using var db = Database.Open();
        var planned = await db.Mailings.Where(m => m.Kind == MailingKind.MealsDelivered).ToListAsync();
        Assert.Equal((400, 400), (planned.Count, planned.Select(m => m.Email).Distinct().Count()));
        Assert.Equal(401, await db.Outbox.CountAsync(m => m.Kind == OutboxKinds.Mailing));
        Assert.Equal("fr", planned.Single(m => m.Email == $"giver{Languages.All.ToList().IndexOf("fr")}@example.org").Language);
    }

    [Fact]
    public async Task Two_gifts_of_one_address_are_one_mail_in_the_language_of_the_later()
    {
        _rows.Brought("Ann@example.org", 1, "fr", FakeClock.Noon.AddDays(-2));
        _rows.Brought("ann@EXAMPLE.org", 2, "nl", FakeClock.Noon.AddDays(-1));
        _rows.Bring();
        await SaveAsync(_rows.All);
        await PlanAsync();
        await using var db = Database.Open();
        var mail = await db.Mailings.SingleAsync(m => m.Kind == MailingKind.MealsDelivered);
        Assert.Equal(("ann@example.org", "nl"), (mail.Email, mail.Language));
    }

    [Fact]
    public async Task The_ward_is_told_once_in_its_language_even_where_it_gave_a_meal_itself()
    {
        _rows.Brought("ward@example.org", 1);
        _rows.Bring();
        await SaveAsync(_rows.All);
        await PlanAsync();
        await PlanAsync();
        await using var db = Database.Open();
        var mails = await db.Mailings.OrderBy(m => m.CreatedAt).ToListAsync();
        Assert.Equal([MailingKind.MealsComing, MailingKind.MealsDelivered], mails.Select(m => m.Kind).Order());
        Assert.Equal("nl", mails.Single(m => m.Kind == MailingKind.MealsComing).Language);
    }

    [Fact]
    public async Task Thanks_are_for_those_who_want_them_and_only_once_they_are_shown()
    {
        _rows.Brought("ann@example.org", 1);
        _rows.Brought("none@example.org", 1);
        _rows.Bring();
        var silent = MailChoice.New("none@example.org");
        silent.Thanks = false;
        await SaveAsync([.. _rows.All, silent]);
        await AnswerAsync(2);
        var thanks = await ThankAsync("Thank you!");
        var moderator = Person.New("moderator@example.org", "M", "en", FakeClock.Noon);
        await SaveAsync(moderator);
        Assert.Equal([], await ThankedAsync(thanks));
        await DecideAsync(thanks, MealThanksStatus.Shown, moderator.Id);
        Assert.Equal(["ann@example.org"], await ThankedAsync(thanks));
        await DecideAsync(thanks, MealThanksStatus.Hidden, moderator.Id);
        await DecideAsync(thanks, MealThanksStatus.Shown, moderator.Id);
        Assert.Equal(["ann@example.org"], await ThankedAsync(thanks));
        await Assert.ThrowsAsync<Refusal>(() => DecideAsync(thanks, MealThanksStatus.Shown, moderator.Id));
    }

    [Fact]
    public async Task A_delivery_is_thanked_for_once_after_the_answer_and_not_after_sixty_days()
    {
        _rows.Brought("ann@example.org", 2);
        _rows.Bring();
        await SaveAsync(_rows.All);
        Assert.Equal(Reason.ThanksTooEarly, await WhyNotAsync());
        await AnswerAsync(2);
        Clock.Advance(MealThanks.Time + TimeSpan.FromMinutes(1));
        Assert.Equal(Reason.ThanksTooLate, await WhyNotAsync());
        Clock.Advance(TimeSpan.FromMinutes(-2));
        Assert.Null(await WhyNotAsync());
        Assert.Equal(Reason.ThanksWritten, await WhyNotAsync());
    }

    private async Task PlanAsync()
    {
        await using var db = Database.Open();
        var plan = new PlanMealMails(db, Clock);
        await plan.ToWardAsync(_rows.Delivery.Id, MailingKind.MealsComing, None);
        await plan.ToGiversAsync(_rows.Delivery.Id, () => { }, None);
    }

    private async Task AnswerAsync(int arrived)
    {
        await using var db = Database.Open();
        var counts = new CountMeals(db, Seed.Site, Clock);
        await new ConfirmDelivery(db, new MoveDelivery(db, counts, Seed.Site, Clock), counts, new TellOfShortage(db), Clock).RunAsync(_rows.Delivery.Id, arrived, null, None);
    }

    private async Task<Guid> ThankAsync(string words)
    {
        await using var db = Database.Open();
        var delivery = await db.MealDeliveries.AsNoTracking().Include(d => d.MealPartner).SingleAsync();
        await new ThankForMeals(db, Clock).RunAsync(delivery, words, "nl", null, None);
        return await db.MealThanks.Select(t => t.Id).SingleAsync();
    }

    private async Task<Reason?> WhyNotAsync()
    {
        try
        {
            await ThankAsync("Thank you!");
            return null;
        }
        catch (Refusal refusal)
        {
            return refusal.Problems[0].Reason;
        }
    }

    private async Task DecideAsync(Guid thanks, MealThanksStatus to, Guid moderator)
    {
        await using var db = Database.Open();
        await new DecideMealThanks(db, Clock).RunAsync(thanks, to, moderator, None);
    }

    private async Task<List<string>> ThankedAsync(Guid thanks)
    {
        await using var db = Database.Open();
        await new PlanMealMails(db, Clock).OfThanksAsync(thanks, () => { }, None);
        return await db.Mailings.Where(m => m.SubjectId == thanks).Select(m => m.Email).ToListAsync();
    }
}
