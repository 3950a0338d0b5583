using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Pictures;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Meals;
using Solidarity.Web.Texts;

namespace Solidarity.App.Tests.Meals;

/// <summary>From the kitchen's door to the ward's answer, its thanks, and what becomes of what is missing.</summary>
[Collection(SiteTests.Name)]
public sealed class WardTests(SiteFixture site)
{
    [Theory]
    [MemberData(nameof(Words.AllLanguages), MemberType = typeof(Words))]
    public async Task A_nurse_confirms_with_one_button_and_a_second_answer_is_kindly_refused(string language)
    {
        var kitchen = await WardKitchen.OpenAsync(site);
        var gift = await kitchen.BuyAsync(2, "ann@example.org", language);
        var delivery = await kitchen.PlanAsync(2);
        using var ward = site.Browse(language);
        var page = await ward.GoAsync($"/deliveries/{delivery.Token}");
        Assert.Contains(Words.Of<Ward>(language, "NotYet"), page.Main, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("main form"));

        await kitchen.DeliverAsync(delivery);
        page = await ward.GoAsync($"/deliveries/{delivery.Token}");
        Assert.Equal(Words.Of<Ward>(language, "All.n", 2), page.Words("main button"));
        Assert.Equal(HttpStatusCode.Found, (await ward.PressAsync(page, "All")).Status);
        var after = await ward.GoAsync($"/deliveries/{delivery.Token}");
        Assert.Contains(Words.Of<Ward>(language, "Answer.n", 2, 2), after.Main, StringComparison.Ordinal);
        Assert.Contains(Words.Of<Ward>(language, "DoneAnswered"), after.Main, StringComparison.Ordinal);

        var again = await ward.PressAsync(page, "All");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains(Words.Of(language, Reason.DeliveryAnswered), again.Main, StringComparison.Ordinal);
        using var giver = site.Browse(language);
        Assert.Contains(Words.Of<Web.Texts.Meals>(language, "StepConfirmed"), (await giver.GoAsync($"/gifts/{gift}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_none_of_ours_leads_nowhere()
    {
        using var ward = site.Browse();
        Assert.Equal(HttpStatusCode.NotFound, (await ward.GoAsync($"/deliveries/{UnguessableToken.Create()}")).Status);
    }

    [Fact]
    public async Task The_ward_hears_when_meals_leave_and_givers_when_they_came_each_once()
    {
        var kitchen = await WardKitchen.OpenAsync(site);
        var (ann, bea) = ($"ann-{kitchen.Campaign.Slug}@mail.example".Replace('_', 'x'), $"bea-{kitchen.Campaign.Slug}@mail.example".Replace('_', 'x'));
        await kitchen.BuyAsync(1, ann, "fr");
        await kitchen.BuyAsync(2, ann, "de");
        await kitchen.BuyAsync(1, bea, "nl");
        var calledOff = await kitchen.PlanAsync(1);
        await site.WithAsync<MoveDelivery>(move => move.CallOffAsync(calledOff.Id, calledOff.MealPartnerId, kitchen.Cook.Id, default));
        var delivery = await kitchen.PlanAsync(4);
        await kitchen.LeaveAsync(delivery);
        await SentAsync(delivery.Id, 1);
        Assert.Equal([(MailingKind.MealsComing, kitchen.Wards[0].ContactEmail, "fr")], await MailsAsync(delivery.Id));

        await kitchen.DeliverAsync(delivery);
        await SentAsync(delivery.Id, 3);
        for (var run = 0; run < 2; run++)
            await site.WithAsync<FanOutMeals>(plan => plan.DeliveredAsync(delivery.Id, default));
        Assert.Equal(
            new[] { (MailingKind.MealsComing, kitchen.Wards[0].ContactEmail, "fr"), (MailingKind.MealsDelivered, ann, "de"), (MailingKind.MealsDelivered, bea, "nl") },
            await MailsAsync(delivery.Id));
        Assert.Empty(await MailsAsync(calledOff.Id));
    }

    [Fact]
    public async Task A_ward_that_does_not_answer_is_asked_once_after_two_days()
    {
        var kitchen = await WardKitchen.OpenAsync(site);
        await kitchen.BuyAsync(2, "ann@example.org");
        await kitchen.BuyAsync(1, "ann@example.org");
        var (silent, answered, left) = (await kitchen.BringAsync(1), await kitchen.BringAsync(1), await kitchen.PlanAsync(1));
        await kitchen.LeaveAsync(left);
        await site.WithAsync<ConfirmDelivery>(confirm => confirm.RunAsync(answered.Id, 1, null, default));
        await site.UntilQuietAsync();
        await site.WithAsync<RemindWards>(remind => remind.RunAsync(default));
        Assert.DoesNotContain(await MailsAsync(silent.Id), m => m.Kind == MailingKind.MealsAwaited);
        var before = TimeProvider.System.GetUtcNow() - RemindWards.After - TimeSpan.FromMinutes(1);
        await site.InDbAsync(db => db.MealDeliveries.Where(d => d.Id == silent.Id || d.Id == answered.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.DeliveredAt, before)));
        await site.InDbAsync(db => db.MealDeliveries.Where(d => d.Id == left.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.LeftAt, before)));
        for (var run = 0; run < 2; run++)
            await site.WithAsync<RemindWards>(remind => remind.RunAsync(default));
        Assert.Single(await MailsAsync(silent.Id), m => m.Kind == MailingKind.MealsAwaited);
        // The restaurant may have forgotten to say that it came.
        Assert.Single(await MailsAsync(left.Id), m => m.Kind == MailingKind.MealsAwaited);
        Assert.DoesNotContain(await MailsAsync(answered.Id), m => m.Kind == MailingKind.MealsAwaited);
    }

    [Fact]
    public async Task On_their_way_the_ward_can_say_already_that_they_are_there()
    {
        var kitchen = await WardKitchen.OpenAsync(site);
        var gift = await kitchen.BuyAsync(2, "ann@example.org");
        var delivery = await kitchen.PlanAsync(2);
        await kitchen.LeaveAsync(delivery);
        using var ward = site.Browse();
        await ward.PressAsync(await ward.GoAsync($"/deliveries/{delivery.Token}"), "All");
        var counts = await site.InDbAsync(db => db.MealCounts.SingleAsync(c => c.MealPartnerId == delivery.MealPartnerId));
        Assert.Equal((2, 0, 0, 0), (counts.Confirmed, counts.Delivered, counts.Accepted, counts.OnTheirWay));
        Assert.Equal(DeliveryStatus.Confirmed, await site.InDbAsync(db => db.MealDeliveries.Where(d => d.Id == delivery.Id).Select(d => d.Status).SingleAsync()));
        Assert.Contains(Words.Of<Web.Texts.Meals>("en", "StepConfirmed"), (await ward.GoAsync($"/gifts/{gift}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thanks_with_a_photo_are_shown_to_all_and_mailed_once_a_moderator_has_looked()
    {
        var kitchen = await WardKitchen.OpenAsync(site);
        var gift = await kitchen.BuyAsync(2, "ann@example.org", "nl");
        var delivery = await kitchen.BringAsync(2);
        using var ward = site.Browse("fr");
        await ward.PressAsync(await ward.GoAsync($"/deliveries/{delivery.Token}"), "All");
        var page = await ward.GoAsync($"/deliveries/{delivery.Token}");
        const string Said = "Merci de toute l’équipe !";
        var refused = await ThankAsync(ward, page, Said, "Une équipe", consent: false);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, Said), (refused.Status, refused.Value("Words")));
        Assert.NotNull(refused.Html.QuerySelector("#Consent-error"));
        Assert.NotNull((await ThankAsync(ward, page, Said, "", consent: true)).Html.QuerySelector("#Alt-error"));
        Assert.NotNull((await ThankAsync(ward, page, " ", "Une équipe", consent: true)).Html.QuerySelector("#Words-error"));
        Assert.False(await site.InDbAsync(db => db.Pictures.AnyAsync(p => p.Alt == "Une équipe")));
        Assert.Equal(HttpStatusCode.Found, (await ThankAsync(ward, page, Said, "Une équipe", consent: true)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ThankAsync(ward, page, "Encore !", "", consent: false, photo: false)).Status);

        using var reader = site.Browse("en");
        Assert.DoesNotContain(Said, (await reader.GoAsync($"/campaigns/{kitchen.Campaign.Slug}")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, (await reader.GoAsync($"/gifts/{gift}")).Main, StringComparison.Ordinal);
        var thanks = await site.InDbAsync(db => db.MealThanks.SingleAsync(t => t.DeliveryId == delivery.Id));

        using var moderator = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Moderator));
        Assert.NotNull((await moderator.GoAsync("/moderation")).Html.QuerySelector($"a[href='/moderation/thanks/{thanks.Id}']"));
        var look = await moderator.GoAsync($"/moderation/thanks/{thanks.Id}");
        Assert.Equal("Une équipe", look.Html.QuerySelector("figure img")!.GetAttribute("alt"));
        Assert.Equal(HttpStatusCode.Found, (await moderator.PressAsync(look, "Show")).Status);
        foreach (var path in new[] { $"/campaigns/{kitchen.Campaign.Slug}", $"/campaigns/{kitchen.Campaign.Slug}/thanks", $"/gifts/{gift}" })
        {
            var shown = await reader.GoAsync(path);
            Assert.Equal(Said, Page.Plain(shown.Html.QuerySelector("blockquote[lang=fr]")!.TextContent));
            Assert.Equal("Une équipe", shown.Html.QuerySelector(".note img")!.GetAttribute("alt"));
        }

        await SentAsync(thanks.Id, 1);
        Assert.Equal([(MailingKind.MealThanks, "ann@example.org", "nl")], await MailsAsync(thanks.Id));
        Assert.Equal(HttpStatusCode.Found, (await moderator.PressAsync(await moderator.GoAsync($"/moderation/thanks/{thanks.Id}"), "Hide")).Status);
        Assert.DoesNotContain(Said, (await reader.GoAsync($"/campaigns/{kitchen.Campaign.Slug}")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, (await reader.GoAsync($"/gifts/{gift}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_belongs_to_the_programme_decides_about_no_thanks_for_it()
    {
        var kitchen = await WardKitchen.OpenAsync(site);
        await kitchen.BuyAsync(1, "ann@example.org");
        var delivery = await kitchen.BringAsync(1);
        using var ward = site.Browse();
        await ward.PressAsync(await ward.GoAsync($"/deliveries/{delivery.Token}"), "All");
        var page = await ward.GoAsync($"/deliveries/{delivery.Token}");
        await ThankAsync(ward, page, "Thank you", "", consent: false, photo: false);
        var thanks = await site.InDbAsync(db => db.MealThanks.Where(t => t.DeliveryId == delivery.Id).Select(t => t.Id).SingleAsync());
        await site.InDbAsync(db => db.People.Where(p => p.Id == kitchen.Cook.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.PlatformRole, PlatformRole.Moderator)));
        using var cook = await site.BrowseAsAsync(kitchen.Cook);
        var look = await cook.GoAsync($"/moderation/thanks/{thanks}");
        Assert.Null(look.Html.QuerySelector("button[formaction*='handler=Show']"));
        Assert.Contains(Words.Of<Web.Texts.Moderation>("en", "YourOwnText"), look.Main, StringComparison.Ordinal);
        var no = await Assert.ThrowsAsync<Refusal>(() => site.WithAsync<DecideMealThanks>(decide => decide.RunAsync(thanks, MealThanksStatus.Shown, kitchen.Cook.Id, default)));
        Assert.Equal(Reason.OwnProject, no.Problems[0].Reason);
    }

    [Fact]
    public async Task What_is_missing_is_told_stays_open_and_is_given_to_another_ward()
    {
        var kitchen = await WardKitchen.OpenAsync(site);
        var gift = await kitchen.BuyAsync(3, "ann@example.org");
        await site.UntilQuietAsync();
        var delivery = await kitchen.BringAsync(3);
        var owner = await site.MakeMemberAsync(kitchen.Campaign, OrganisationRole.Owner);
        using var ward = site.Browse();
        var page = await ward.GoAsync($"/deliveries/{delivery.Token}");
        foreach (var wrong in new[] { "4", "-1", "two", "" })
        {
            var refused = await ward.SendFormAsync(page, "details form", ("Arrived", wrong), ("Problem", "One box was open."));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "One box was open."), (refused.Status, refused.Value("Problem")));
            Assert.NotNull(refused.Html.QuerySelector("details[open] #Arrived-error"));
        }

        await ward.SendFormAsync(page, "details form", ("Arrived", "1"), ("Problem", "One box was open."));
        Assert.Equal([LetterKind.MealsShortOwner], (await site.LettersAsync(owner)).Select(l => l.Kind));
        Assert.Equal([LetterKind.MealsShort], (await site.LettersAsync(kitchen.Cook)).Select(l => l.Kind));
        Assert.Contains(Words.Of<Web.Texts.Meals>("en", "StepMissing"), (await ward.GoAsync($"/gifts/{gift}")).Main, StringComparison.Ordinal);

        using var owning = await site.BrowseAsAsync(owner);
        var here = $"{kitchen.Deliveries}/{delivery.Id}";
        Assert.NotNull((await owning.GoAsync(kitchen.Deliveries)).Html.QuerySelector($"section[aria-labelledby=problems] a[href='{here}']"));
        var problem = await owning.GoAsync(here);
        Assert.Contains(Words.Of<Ward>("en", "StillMissing.n", 2), problem.Main, StringComparison.Ordinal);
        Assert.Contains("One box was open.", problem.Main, StringComparison.Ordinal);
        Assert.NotNull((await owning.PressAsync(problem, "Redirect", ("Target", ""))).Html.QuerySelector("#Target-error"));
        Assert.NotNull((await owning.PressAsync(problem, "Redirect", ("Target", $"cook:{Guid.NewGuid()}"))).Html.QuerySelector("#Target-error"));
        Assert.Equal(HttpStatusCode.Found, (await owning.PressAsync(problem, "Redirect", ("Target", $"ward:{kitchen.Wards[1].Id}"))).Status);
        Assert.Equal(2, await site.InDbAsync(db => db.MealVouchers.CountAsync(v => v.CareSiteId == kitchen.Wards[1].Id && v.Status == VoucherStatus.Funded && v.ShortAt == null)));
        Assert.NotNull(await site.InDbAsync(db => db.MealDeliveries.Where(d => d.Id == delivery.Id).Select(d => d.SettledAt).SingleAsync()));
        Assert.Null((await owning.GoAsync(kitchen.Deliveries)).Html.QuerySelector("section[aria-labelledby=problems]"));
    }

    [Fact]
    public async Task What_is_missing_is_given_back_and_what_nobody_settles_goes_by_the_rule()
    {
        var kitchen = await WardKitchen.OpenAsync(site);
        var (ann, bea) = (await kitchen.BuyAsync(1, "ann@example.org"), await kitchen.BuyAsync(2, "bea@example.org"));
        await site.UntilQuietAsync();
        var (first, second) = (await kitchen.BringAsync(1), await kitchen.BringAsync(2));
        await site.WithAsync<ConfirmDelivery>(confirm => confirm.RunAsync(first.Id, 0, null, default));
        await site.WithAsync<ConfirmDelivery>(confirm => confirm.RunAsync(second.Id, 1, null, default));
        using var owning = await site.BrowseAsAsync(await site.MakeMemberAsync(kitchen.Campaign, OrganisationRole.Editor));
        Assert.Equal(HttpStatusCode.Found, (await owning.PressAsync(await owning.GoAsync($"{kitchen.Deliveries}/{first.Id}"), "Redirect", ("Target", "back"))).Status);
        await site.UntilAsync(ann, Domain.Donations.DonationStatus.Refunded);

        await site.WithAsync<ApplyMealRules>(rules => rules.RunAsync(default));
        Assert.Equal(1, await site.InDbAsync(db => db.MealVouchers.CountAsync(v => v.MissingFromId == second.Id)));
        var since = TimeProvider.System.GetUtcNow() - LateMeals.Patience - TimeSpan.FromMinutes(1);
        await site.InDbAsync(db => db.MealVouchers.Where(v => v.MissingFromId == second.Id).ExecuteUpdateAsync(set => set.SetProperty(v => v.ShortAt, since)));
        await site.WithAsync<ApplyMealRules>(rules => rules.RunAsync(default));
        await site.WithAsync<SettleShortages>(settle => settle.RunAsync(default));
        await site.UntilAsync(bea, Domain.Donations.DonationStatus.PartlyRefunded);
        Assert.NotNull(await site.InDbAsync(db => db.MealDeliveries.Where(d => d.Id == second.Id).Select(d => d.SettledAt).SingleAsync()));
        await site.UntilQuietAsync();
    }

    [Fact]
    public async Task What_was_planned_and_never_left_is_called_off_by_the_rule_and_no_contested_gift_keeps_others_waiting()
    {
        var kitchen = await WardKitchen.OpenAsync(site);
        var (ann, bea) = (await kitchen.BuyAsync(2, "ann@example.org"), await kitchen.BuyAsync(1, "bea@example.org"));
        await site.UntilQuietAsync();
        var (kept, planned) = (await kitchen.PlanAsync(1), await kitchen.PlanAsync(2));
        await kitchen.LeaveAsync(kept);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        async Task ApplyAsync(int daysAfter)
        {
            var day = today.AddDays(-daysAfter);
            await site.InDbAsync(db => db.MealDeliveries.Where(d => d.MealPartnerId == kitchen.Cooks[0].Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Day, day)));
            await site.WithAsync<ApplyMealRules>(rules => rules.RunAsync(default));
        }

        // A cook who says it a little late finds it as it was.
        await ApplyAsync(LateMeals.Patience.Days - 1);
        Assert.Equal(2, await site.InDbAsync(db => db.MealVouchers.CountAsync(v => v.DeliveryId == planned.Id)));
        await ApplyAsync(LateMeals.Patience.Days + 2);
        Assert.Equal(2, await site.InDbAsync(db => db.MealVouchers.CountAsync(v => v.MealPartnerId == kitchen.Cooks[0].Id && v.Status == VoucherStatus.Funded)));
        Assert.Equal(DeliveryStatus.Left, await site.InDbAsync(db => db.MealDeliveries.Where(d => d.Id == kept.Id).Select(d => d.Status).SingleAsync()));

        // Now it can be given back: by the giver, and by the rule after the programme's day. Ann's bank contests the first gift of all.
        await site.InDbAsync(db => db.Donations.Where(d => d.Token == ann).ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, Domain.Donations.DonationStatus.Disputed)));
        var over = today.AddDays(-1);
        await site.InDbAsync(db => db.MealProgrammes.Where(p => p.CampaignId == kitchen.Campaign.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.DeliverBy, over)));
        await site.WithAsync<ApplyMealRules>(rules => rules.RunAsync(default));
        await site.UntilAsync(bea, Domain.Donations.DonationStatus.Refunded);
        Assert.Equal(1, await site.InDbAsync(db => db.MealVouchers.CountAsync(v => v.Donation.Token == ann && v.Status == VoucherStatus.Funded)));
        await site.InDbAsync(db => db.Donations.Where(d => d.Token == ann).ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, Domain.Donations.DonationStatus.Paid)));
        await site.UntilQuietAsync();
    }

    [Fact]
    public async Task Deliveries_of_another_programme_are_not_there_and_only_who_manages_campaigns_settles()
    {
        var (kitchen, other) = (await WardKitchen.OpenAsync(site), await WardKitchen.OpenAsync(site));
        await kitchen.BuyAsync(1, "ann@example.org");
        var delivery = await kitchen.BringAsync(1);
        await site.WithAsync<ConfirmDelivery>(confirm => confirm.RunAsync(delivery.Id, 1, "Cold.", default));
        using var stranger = await site.BrowseAsAsync(await site.MakeMemberAsync(other.Campaign, OrganisationRole.Owner));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GoAsync($"{other.Deliveries}/{delivery.Id}")).Status);
        using var assistant = await site.BrowseAsAsync(await site.MakeMemberAsync(kitchen.Campaign, OrganisationRole.Assistant));
        Assert.Null((await assistant.GoAsync($"{kitchen.Deliveries}/{delivery.Id}")).Html.QuerySelector("main form"));
        using var owning = await site.BrowseAsAsync(await site.MakeMemberAsync(kitchen.Campaign, OrganisationRole.Owner));
        var page = await owning.GoAsync($"{kitchen.Deliveries}/{delivery.Id}");
        Assert.NotNull((await owning.PressAsync(page, "Settle", ("Words", " "))).Html.QuerySelector("#Words-error"));
        Assert.Equal(HttpStatusCode.Found, (await owning.PressAsync(page, "Settle", ("Words", "They called and said sorry."))).Status);
        Assert.Contains("They called and said sorry.", (await owning.GoAsync($"{kitchen.Deliveries}/{delivery.Id}")).Main, StringComparison.Ordinal);
    }

    private Task SentAsync(Guid subject, int count) => SiteFixture.EventuallyAsync(
        () => site.InDbAsync(async db => await db.Mailings.CountAsync(m => m.SubjectId == subject && m.SentAt != null) == count), $"{count} mails are sent");

    private Task<List<(MailingKind Kind, string Email, string Language)>> MailsAsync(Guid subject) => site.InDbAsync(async db =>
        (await db.Mailings.Where(m => m.SubjectId == subject).ToListAsync()).Select(m => (m.Kind, m.Email, m.Language)).Order().ToList());

    private static Task<Page> ThankAsync(Browser ward, Page page, string words, string alt, bool consent, bool photo = true)
    {
        var content = new MultipartFormDataContent
        {
            { new StringContent(page.Value("__RequestVerificationToken")), "__RequestVerificationToken" },
            { new StringContent(words), "Words" },
            { new StringContent(alt), "Alt" },
        };
        if (consent)
            content.Add(new StringContent("true"), "Consent");
        if (photo)
            content.Add(new ByteArrayContent(Png.Of(40, 30)), "Photo", "team.jpg");
        return ward.AskAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(page.Address, "?handler=Thank")) { Content = content });
    }
}
