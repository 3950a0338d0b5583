using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Reviews;
using Solidarity.Payments.Onboarding;
using T = Solidarity.Web.Texts.Programmes;

namespace Solidarity.App.Tests.Programmes;

/// <summary>From an idea to the page where somebody buys a meal: the owner, a restaurant and a moderator.</summary>
[Collection(SiteTests.Name)]
public sealed class SetupTests(SiteFixture site)
{
    [Fact]
    public async Task A_programme_is_made_reviewed_and_bought_from()
    {
        var (project, owner) = await DraftAsync();
        using var owning = await site.BrowseAsAsync(owner);
        var here = await MakeAsync(owning, project);
        var slug = here.Split('/')[^1];
        await AddWardAsync(owning, here);

        // By the link alone, while nobody else sees it.
        using var reader = site.Browse();
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync($"/campaigns/{slug}/take-part")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync($"/campaigns/{slug}/take-part?key={UnguessableToken.Create()}")).Status);
        var link = (await owning.GoAsync($"{here}/restaurants")).Html.QuerySelector("#address")!.GetAttribute("value")!;
        var open = await reader.GoAsync(new Uri(link));
        Assert.Equal(HttpStatusCode.OK, open.Status);
        Assert.Equal("no-store", open.Headers["Cache-Control"]);
        var signUp = open.Html.QuerySelector("a[href^='/sign-up?to=']")!.GetAttribute("href")!;
        Assert.Equal($"/workspace/programmes/{slug}?key={link.Split("key=")[1]}", Uri.UnescapeDataString(signUp.Split("to=")[1]));
        // Who is not signed in comes back to it.
        Assert.Contains("/sign-in", (await reader.GoAsync(Uri.UnescapeDataString(signUp.Split("to=")[1]))).Next!.ToString(), StringComparison.Ordinal);

        var cook = await site.MakePersonAsync();
        using var cooking = await site.BrowseAsAsync(cook);
        var place = await ApplyAsync(cooking, link);
        Assert.Contains((await site.LettersAsync(owner)).Select(l => l.Kind), k => k == LetterKind.RestaurantApplied);

        var review = $"/workspace/projects/{project}/review";
        var missing = await owning.GoAsync(review);
        Assert.Contains(Words.Of("en", Reason.RestaurantMissing, "Meals for nurses"), missing.Main, StringComparison.Ordinal);
        Assert.NotNull(missing.Html.QuerySelector($"a[href='{here}/restaurants']"));

        var list = await owning.GoAsync($"{here}/restaurants");
        Assert.Contains(Words.Of<T>("en", "ChoiceApplied"), list.Main, StringComparison.Ordinal);
        var restaurant = await owning.GoAsync(list.Html.QuerySelector($"a[href^='{here}/restaurants/']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owning.PressAsync(restaurant, "Refuse")).Status);
        Assert.Equal(HttpStatusCode.Found, (await owning.PressAsync(restaurant, "Accept")).Status);
        Assert.Contains(Words.Of<T>("en", "ChoiceNotStarted"), (await owning.GoAsync($"{here}/restaurants")).Main, StringComparison.Ordinal);
        Assert.Contains((await site.LettersAsync(cook)).Select(l => l.Kind), k => k == LetterKind.RestaurantAcceptedUnpaid);
        Assert.Contains(Words.Of<T>("en", "MineTextUnpaid"), (await cooking.GoAsync(place)).Main, StringComparison.Ordinal);
        Assert.Contains(Words.Of("en", Reason.RestaurantMissing, "Meals for nurses"), (await owning.GoAsync(review)).Main, StringComparison.Ordinal);

        await BePaidAsync(place.Split('/')[3]);
        Assert.Contains(Words.Of<T>("en", "ChoiceYes"), (await owning.GoAsync($"{here}/restaurants")).Main, StringComparison.Ordinal);
        Assert.Contains("Night shift", (await owning.GoAsync($"{here}/preview")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await owning.SendAsync(await owning.GoAsync(review))).Status);
        await PublishAsync(project);

        var give = await reader.GoAsync($"/campaigns/{slug}/give");
        Assert.Contains("Chez Ada", give.Main, StringComparison.Ordinal);
        Assert.NotNull(give.Html.QuerySelector("input[name^='meals-']"));
        Assert.NotNull((await reader.GoAsync($"/campaigns/{slug}")).Html.QuerySelector($"a[href='/campaigns/{slug}/take-part']"));
        Assert.Equal(HttpStatusCode.OK, (await reader.GoAsync($"/campaigns/{slug}/take-part")).Status);

        // It pauses by itself, and only it goes on.
        Assert.Equal(HttpStatusCode.Found, (await cooking.PressAsync(await cooking.GoAsync(place), "Pause")).Status);
        Assert.Null((await reader.GoAsync($"/campaigns/{slug}/give")).Html.QuerySelector("input[name^='meals-']"));
        restaurant = await owning.GoAsync(restaurant.Address);
        Assert.Contains(Words.Of<T>("en", "ChoicePausedItself"), restaurant.Main, StringComparison.Ordinal);
        Assert.Null(restaurant.Html.QuerySelector("button[formaction*='handler=Resume']"));
        Assert.Equal(HttpStatusCode.Found, (await cooking.PressAsync(await cooking.GoAsync(place), "Resume")).Status);
        Assert.NotNull((await reader.GoAsync($"/campaigns/{slug}/give")).Html.QuerySelector("input[name^='meals-']"));

        // What was promised stays; how far ahead meals are sold does not.
        var form = await owning.GoAsync(here);
        Assert.Null(form.Html.QuerySelector("[name=price]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owning.SendAsync(form, ("goal", ""), ("price", "1"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await owning.SendAsync(form, ("weeksAhead", "7"))).Status);
        Assert.Equal((1000, 7), await site.InDbAsync(async db => (await db.MealProgrammes.SingleAsync(p => p.Campaign.Slug == slug)) is var p ? ((int)p.UnitMinor, p.WeeksAhead) : default));

        // Ended, it sells nothing and asks nobody.
        await owning.SendAsync(await owning.GoAsync($"{here}/end"));
        Assert.Null((await reader.GoAsync($"/campaigns/{slug}/give")).Html.QuerySelector("input[name^='meals-']"));
        Assert.Contains(Words.Of<T>("en", "TakesNone"), (await reader.GoAsync($"/campaigns/{slug}/take-part")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reaches_anothers_care_sites_and_restaurants()
    {
        var (project, owner) = await DraftAsync();
        var (otherProject, other) = await DraftAsync();
        using var owning = await site.BrowseAsAsync(owner);
        using var stranger = await site.BrowseAsAsync(other);
        var here = await MakeAsync(owning, project);
        var there = await MakeAsync(stranger, otherProject);
        await AddWardAsync(owning, here);
        using var cooking = await site.BrowseAsAsync(await site.MakePersonAsync());
        var place = await ApplyAsync(cooking, (await owning.GoAsync($"{here}/restaurants")).Html.QuerySelector("#address")!.GetAttribute("value")!);
        var slug = here.Split('/')[^1];
        var (ward, cook) = await site.InDbAsync(async db => (
            await db.CareSites.Where(s => db.Campaigns.Any(c => c.Id == s.CampaignId && c.Slug == slug)).Select(s => s.Id).SingleAsync(),
            await db.MealPartners.Where(p => p.Programme.Campaign.Slug == slug).Select(p => p.Id).SingleAsync()));

        foreach (var path in new[] { $"{here}/sites", $"{here}/restaurants", $"{there}/sites/{ward}", $"{there}/restaurants/{cook}", place })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GoAsync(path)).Status);
        // Their own form with another's ids.
        await AddWardAsync(stranger, there);
        var sites = await stranger.GoAsync($"{there}/sites");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.PressAsync(sites, "Close", ("row", ward.ToString()))).Status);
        Assert.True(await site.InDbAsync(db => db.CareSites.AnyAsync(s => s.Id == ward && s.ClosedAt == null)));
        // A programme that is not public is nobody's to apply to without its link.
        var organisation = place.Split('/')[3];
        Assert.Equal(HttpStatusCode.NotFound, (await cooking.GoAsync($"/workspace/organisations/{organisation}/programmes/{there.Split('/')[^1]}")).Status);

        // Assistants look and change nothing.
        var helper = await site.MakePersonAsync();
        await site.InDbAsync(async db =>
        {
            db.Memberships.Add(new Membership { OrganisationId = await db.Organisations.Where(o => o.Slug == organisation).Select(o => o.Id).SingleAsync(), PersonId = helper.Id, Role = OrganisationRole.Assistant, Since = TimeProvider.System.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        using var helping = await site.BrowseAsAsync(helper);
        var seen = await helping.GoAsync(place);
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Null(seen.Html.QuerySelector("main form"));
    }

    [Theory]
    [MemberData(nameof(Words.AllLanguages), MemberType = typeof(Words))]
    public async Task Every_page_is_there_in_every_language(string language)
    {
        var (project, owner) = await DraftAsync();
        using var owning = await site.BrowseAsAsync(owner, language: language);
        var here = await MakeAsync(owning, project);
        await AddWardAsync(owning, here);
        var link = (await owning.GoAsync($"{here}/restaurants")).Html.QuerySelector("#address")!.GetAttribute("value")!;
        using var cooking = await site.BrowseAsAsync(await site.MakePersonAsync(), language: language);
        var place = await ApplyAsync(cooking, link);
        var heading = await owning.GoAsync($"{here}/sites");
        Assert.Equal(Words.Of<T>(language, "Sites"), heading.Heading);
        Assert.Equal(Words.Of<T>(language, "Programmes"), (await cooking.GoAsync(place[..place.LastIndexOf('/')])).Heading);
        var restaurants = await owning.GoAsync($"{here}/restaurants");
        Assert.Contains(Languages.CultureOf(language).DateTimeFormat.GetDayName(DayOfWeek.Monday), restaurants.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await cooking.PressAsync(await cooking.GoAsync(place), "Withdraw")).Status);
    }

    /// <returns>Path of the programme's workspace.</returns>
    private static async Task<string> MakeAsync(Browser owning, string project)
    {
        var form = await owning.GoAsync($"/workspace/projects/{project}/campaigns/new?kind=Meals");
        Assert.Null(form.Html.QuerySelector("[name=need1title]"));
        var wrong = await owning.SendAsync(form, ("title", "Meals for nurses"), ("price", "0"), ("deliverBy", "2020-01-01"), ("weeksAhead", "none"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        foreach (var field in new[] { "price", "deliverBy", "weeksAhead", "summary", "rule" })
            Assert.NotNull(wrong.Html.QuerySelector($".bad.notice a[href='#{field}']"));
        Assert.Equal(("0", "Meals for nurses", "none"), (wrong.Value("price"), wrong.Value("title"), wrong.Value("weeksAhead")));
        var day = TimeProvider.System.GetUtcNow().AddDays(60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var saved = await owning.SendAsync(wrong, ("summary", "Hot meals at night."), ("price", "10"), ("deliverBy", day), ("weeksAhead", "3"), ("rule", nameof(UndeliveredRule.AnotherPartner)));
        Assert.Equal(HttpStatusCode.Found, saved.Status);
        var shown = await owning.GoAsync(saved.Next!);
        Assert.Equal((day, "3", nameof(UndeliveredRule.AnotherPartner)), (shown.Value("deliverBy"), shown.Value("weeksAhead"), shown.Value("rule")));
        return saved.Next!.AbsolutePath;
    }

    private static async Task AddWardAsync(Browser owning, string here)
    {
        var form = await owning.GoAsync($"{here}/sites/new");
        var wrong = await owning.SendAsync(form, ("ward", "Night shift"), ("contactEmail", "nobody"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Night shift"), (wrong.Status, wrong.Value("ward")));
        var saved = await owning.SendAsync(wrong, ("name", "Saint Mary"), ("street", "1 Street"), ("postalCode", "1000"), ("city", "Brussels"), ("contact", "Head nurse"), ("contactEmail", "ward@mail.example"), ("contactPhone", "+32 2 000 00 00"));
        Assert.Equal(HttpStatusCode.Found, saved.Status);
        var list = await owning.GoAsync(saved.Next!);
        Assert.Contains("Head nurse", list.Main, StringComparison.Ordinal);
        var change = await owning.GoAsync(list.Html.QuerySelector($"a[href^='{here}/sites/']:not([href$=new])")!.GetAttribute("href")!);
        Assert.Equal("Saint Mary", change.Value("name"));
        Assert.Equal(HttpStatusCode.Found, (await owning.SendAsync(change, ("postalCode", "1001"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await owning.PressAsync(await owning.GoAsync($"{here}/sites"), "Close")).Status);
        Assert.Equal(HttpStatusCode.Found, (await owning.PressAsync(await owning.GoAsync($"{here}/sites"), "Reopen")).Status);
    }

    /// <returns>Path of the restaurant's place in the programme.</returns>
    private static async Task<string> ApplyAsync(Browser cooking, string link)
    {
        var open = await cooking.GoAsync(new Uri(link));
        var choose = await cooking.GoAsync(open.Html.QuerySelector("a[href^='/workspace/programmes/']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cooking.SendAsync(choose)).Status);
        var begun = await cooking.SendAsync(choose, ("name", "Chez Ada"), ("city", "Brussels"));
        Assert.Equal(HttpStatusCode.Found, begun.Status);
        var form = await cooking.GoAsync(begun.Next!);
        Assert.Equal("Brussels", form.Value("city"));
        var wrong = await cooking.SendAsync(form, ("words", "Stew"), ("capacity", "-1"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Stew", "-1"), (wrong.Status, wrong.Value("words"), wrong.Value("capacity")));
        Assert.NotNull(wrong.Html.QuerySelector(".bad.notice a[href='#days']"));
        var sent = await cooking.SendAsync(wrong, ("capacity", "20"), ("days", "Monday"));
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        // Afterwards without the link's key.
        Assert.Equal("", sent.Next!.Query);
        var shown = await cooking.GoAsync(sent.Next);
        Assert.Equal(("Stew", "20"), (shown.Value("words"), shown.Value("capacity")));
        Assert.Equal(HttpStatusCode.Found, (await cooking.SendAsync(shown, ("capacity", "15"), ("days", "Monday"))).Status);
        return sent.Next.AbsolutePath;
    }

    private async Task BePaidAsync(string organisation)
    {
        var account = (string)(await site.Stripe.ApiAsync(HttpMethod.Post, "accounts", ("type", "express"), ("country", "BE"), ("email", "ada@example.org"), ("capabilities[transfers][requested]", "true")))["id"]!;
        await site.InDbAsync(db => db.Partners.Where(p => p.Organisation.Slug == organisation).ExecuteUpdateAsync(set => set.SetProperty(p => p.StripeAccountId, account)));
        await site.Stripe.ControlAsync($"accounts/{account}", ("transfers", "active"), ("payouts_enabled", "true"), ("details_submitted", "true"));
        await SiteFixture.EventuallyAsync(async () =>
        {
            try
            {
                await site.WithAsync<SyncPartner>(sync => sync.RunAsync(account, CancellationToken.None));
            }
            catch (DbUpdateConcurrencyException)
            {
                // Stripe's webhook about the account was first.
            }

            return await site.InDbAsync(db => db.Partners.Payable().AnyAsync(p => p.StripeAccountId == account));
        }, "the restaurant can be paid");
    }

    private async Task PublishAsync(string project)
    {
        using var moderating = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Moderator));
        var review = await site.InDbAsync(db => db.Reviews.Where(r => r.Project.Slug == project && r.Outcome == ReviewOutcome.Pending).Select(r => r.Id).SingleAsync());
        var page = await moderating.GoAsync($"/moderation/reviews/{review}");
        foreach (var said in new[] { "Chez Ada", "Night shift", Words.Of("en", Money.Eur(1000)), Words.Of<Web.Texts.CampaignWork>("en", "RuleMeansAnotherPartner") })
            Assert.Contains(said, page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("ward@mail.example", page.Main, StringComparison.Ordinal);
        var all = Enum.GetNames<ReviewPoint>().Select(p => ("Points", (string?)p)).ToArray();
        Assert.Equal(HttpStatusCode.Found, (await moderating.PressAsync(page, "Publish", all)).Status);
    }

    private async Task<(string Project, Person Owner)> DraftAsync()
    {
        var owner = await site.MakePersonAsync();
        var slug = $"m-{UnguessableToken.Create().ToLowerInvariant()}";
        await site.InDbAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var organisation = new Organisation { Id = Guid.CreateVersion7(now), Slug = slug, Name = "Neighbours", Country = "BE", Email = "neighbours@example.org" };
            db.AddRange(organisation,
                new Partner { Id = Guid.CreateVersion7(now), OrganisationId = organisation.Id, Name = "Neighbours" },
                new Membership { OrganisationId = organisation.Id, PersonId = owner.Id, Role = OrganisationRole.Owner, Since = now },
                new Project
                {
                    Id = Guid.CreateVersion7(now),
                    OrganisationId = organisation.Id,
                    Slug = slug,
                    Title = "Nurses",
                    Summary = "For nurses.",
                    Language = "en",
                    Place = "Gent",
                    Story = new string('x', SubmitForReview.ShortestStory),
                });
            return await db.SaveChangesAsync();
        });
        return (slug, owner);
    }
}
