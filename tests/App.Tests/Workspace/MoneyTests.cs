using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;

namespace Solidarity.App.Tests.Workspace;

/// <summary>How an organisation comes to its money, and follows each gift to the bank.</summary>
[Collection(SiteTests.Name)]
public sealed class MoneyTests(SiteFixture site)
{
    [Fact]
    public async Task An_owner_sets_up_payments_at_Stripe_and_comes_back_ready()
    {
        var campaign = await DemoCampaign.MakeAsync(site, ready: false);
        await site.InDbAsync(db => db.Partners.Where(p => p.StripeAccountId == campaign.Account).ExecuteUpdateAsync(set => set.SetProperty(p => p.StripeAccountId, (string?)null)));
        using var owner = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        var money = $"/workspace/organisations/{campaign.Slug}/money";
        using var giver = site.Browse();
        Assert.Equal(HttpStatusCode.Conflict, (await giver.GoAsync(campaign.Give)).Status);

        var page = await owner.GoAsync(money);
        Assert.Contains("Payments are not set up yet", page.Main, StringComparison.Ordinal);
        var onboarding = (await owner.SendAsync(page)).Next!;
        Assert.StartsWith(site.Stripe.Address.ToString(), onboarding.ToString(), StringComparison.Ordinal);

        var back = await site.Stripe.PostAsync(onboarding, ("end", "complete"));
        Assert.StartsWith(new Uri(site.Address, money).ToString(), back!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await owner.GoAsync(back)).Status);
        Assert.Contains("All set: you are paid", (await owner.GoAsync(money)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await giver.GoAsync(campaign.Give)).Status);
        Assert.True(await site.InDbAsync(db => db.Trail.AnyAsync(t => t.Act == "OnboardingBegun" && db.Organisations.Any(o => o.Id == t.OrganisationId && o.Slug == campaign.Slug))));
    }

    [Theory]
    [InlineData("details_due", "Stripe asks for more details")]
    [InlineData("under_review", "Stripe is checking your details")]
    [InlineData("payouts_blocked", "Stripe is holding payouts back")]
    public async Task Each_standing_says_what_to_do_next(string end, string heading)
    {
        var campaign = await DemoCampaign.MakeAsync(site, ready: false);
        using var owner = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        var money = $"/workspace/organisations/{campaign.Slug}/money";
        var onboarding = (await owner.SendAsync(await owner.GoAsync(money))).Next!;
        await owner.GoAsync((await site.Stripe.PostAsync(onboarding, ("end", end)))!);
        Assert.Equal(heading, (await owner.GoAsync(money)).Words(".notice h2"));
    }

    [Fact]
    public async Task Who_comes_back_while_Stripe_is_silent_is_not_kept_waiting()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var owner = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        await site.UntilQuietAsync();
        var seen = await SeenAsync();
        site.Clock.Impatient = true;
        await site.Stripe.ControlAsync("chaos", ("slow_ms", "3000"));
        try
        {
            var back = await owner.GoAsync($"/workspace/organisations/{campaign.Slug}/money?handler=Back");
            Assert.Equal((HttpStatusCode.Found, $"/workspace/organisations/{campaign.Slug}/money"), (back.Status, back.Next?.AbsolutePath));
            // Stripe's answer was not waited for.
            Assert.Equal(seen, await SeenAsync());
        }
        finally
        {
            await site.Stripe.ControlAsync("chaos");
            site.Clock.Impatient = false;
        }

        Task<DateTimeOffset?> SeenAsync() => site.InDbAsync(db => db.Partners.Where(p => p.StripeAccountId == campaign.Account).Select(p => p.StripeSeenAt).SingleAsync());
    }

    [Fact]
    public async Task A_payout_of_many_gifts_sums_all_of_them_and_shows_each_once()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var accountant = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Accountant));
        var payout = await site.InDbAsync(async db =>
        {
            var partner = await db.Partners.SingleAsync(p => p.StripeAccountId == campaign.Account);
            var rows = PaidRows.Payout(partner, gifts: 1020, TimeProvider.System.GetUtcNow());
            db.AddRange(rows);
            await db.SaveChangesAsync();
            return rows.OfType<Payout>().Single().Id;
        });
        var (shown, totals) = (0, new HashSet<string>());
        for (var next = $"/workspace/organisations/{campaign.Slug}/money/payouts/{payout}"; next is not null;)
        {
            var page = await accountant.GoAsync(next);
            shown += page.Html.QuerySelectorAll("tbody tr").Length;
            totals.Add(page.Words("tfoot .change"));
            next = page.Html.QuerySelector(".pager a")?.GetAttribute("href");
        }

        Assert.Equal(1020, shown);
        Assert.Equal("€10,200.00", Assert.Single(totals));
    }

    [Fact]
    public async Task A_gift_is_followed_from_the_giver_to_the_bank_and_nobody_else_sees_it()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var donation = await GiveAsync(campaign);
        using var accountant = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Accountant));
        var money = $"/workspace/organisations/{campaign.Slug}/money";
        await SiteFixture.EventuallyAsync(async () => (await accountant.GoAsync(money)).Html.QuerySelector("table a") is not null, "the transfer is shown");
        var link = (await accountant.GoAsync(money)).Html.QuerySelector("table a")!.GetAttribute("href")!;
        var gift = await accountant.GoAsync(link);
        Assert.Contains("€25.00", gift.Main, StringComparison.Ordinal);
        Assert.Contains("With one of the next payouts", gift.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("giver@example.org", gift.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);

        // Stripe pays out, and says of what.
        await site.Stripe.ControlAsync("clock", ("advance", $"{8 * 24 * 3600}"));
        await site.Stripe.ControlAsync("payouts", ("account", campaign.Account));
        await site.UntilQuietAsync();
        await SiteFixture.EventuallyAsync(() => site.InDbAsync(db => db.PayoutItems.AnyAsync(i => i.Transfer!.DonationId == donation.Id)), "the payout is known");
        gift = await accountant.GoAsync(link);
        var payout = gift.Html.QuerySelector(".trace a")!.GetAttribute("href")!;
        var page = await accountant.GoAsync(payout);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(link, page.Html.QuerySelector("tbody a")!.GetAttribute("href"));

        var other = await DemoCampaign.MakeAsync(site);
        using var stranger = await site.BrowseAsAsync(await site.MakeMemberAsync(other, OrganisationRole.Owner));
        var theirs = $"/workspace/organisations/{other.Slug}/money";
        foreach (var path in new[] { link, payout, link.Replace(money, theirs, StringComparison.Ordinal), payout.Replace(money, theirs, StringComparison.Ordinal) })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GoAsync(path)).Status);
    }

    [Fact]
    public async Task Many_transfers_come_page_by_page_each_once()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var accountant = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Accountant));
        await site.InDbAsync(async db =>
        {
            var partner = await db.Partners.SingleAsync(p => p.StripeAccountId == campaign.Account);
            for (var i = 0; i < 120; i++)
                db.AddRange(PaidRows.Make(campaign, partner, TimeProvider.System.GetUtcNow().AddMinutes(-(i / 7))));
            return await db.SaveChangesAsync();
        });
        var seen = new List<string>();
        for (var next = $"/workspace/organisations/{campaign.Slug}/money/transfers"; next is not null;)
        {
            var page = await accountant.GoAsync(next);
            seen.AddRange(page.Html.QuerySelectorAll("tbody td:first-child a").Select(a => a.GetAttribute("href")!));
            next = page.Html.QuerySelector(".pager a")?.GetAttribute("href");
        }

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
    }

    private async Task<Donation> GiveAsync(DemoCampaign campaign)
    {
        using var giver = site.Browse();
        var begun = await giver.SendAsync(await giver.GoAsync(campaign.Give), ("amount", "25"), ("email", "giver@example.org"));
        await site.Stripe.PayAsync(begun.Next!, Cards.Pays);
        var donation = Assert.Single(await site.DonationsOfAsync(campaign));
        await site.UntilAsync(donation.Token, DonationStatus.Paid);
        return donation;
    }
}
