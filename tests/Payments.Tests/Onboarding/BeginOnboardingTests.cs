using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Partners;
using Solidarity.Payments.Onboarding;
using Solidarity.Payments.Tests.Running;
using Stripe;

namespace Solidarity.Payments.Tests.Onboarding;

[Collection(WithSandbox.Name)]
public class BeginOnboardingTests(StripeSandbox sandbox)
{
    private static readonly Uri Return = new("https://give.example.org/paid?done=1");
    private static readonly Uri Refresh = new("https://give.example.org/paid?again=1");

    [Fact]
    public async Task A_partner_gets_an_account_is_sent_to_Stripe_and_comes_back_able_to_be_paid()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var id = await NewPartnerAsync(site);
        Assert.Equal(PartnerStanding.NotStarted, (await site.PartnerAsync(id)).Standing);

        var link = await BeginAsync(site, id);
        var begun = await site.PartnerAsync(id);
        Assert.Equal((PartnerStanding.DetailsDue, false), (begun.Standing, begun.CanBePaid));
        var account = await new AccountService(site.Stripe).GetAsync(begun.StripeAccountId!);
        Assert.Equal(("BE", "soup@example.org", "Bread", id.ToString("D")), (account.Country, account.Email, account.BusinessProfile!.Name, account.Metadata["partner"]));

        Assert.Equal(Return, await sandbox.EndOnboardingAsync(link, "complete"));
        await site.WithAsync<SyncPartner>(sync => sync.RunAsync(account.Id, default));
        Assert.Equal((PartnerStanding.Ready, true), ((await site.PartnerAsync(id)).Standing, (await site.PartnerAsync(id)).CanBePaid));
        Assert.Equal(sandbox.Address.Authority, (await site.WithAsync<OpenPartnerDashboard, Uri>(open => open.RunAsync(account.Id, default))).Authority);
    }

    [Fact]
    public async Task Who_comes_again_gets_another_link_to_the_same_account()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var id = await NewPartnerAsync(site);
        var first = await BeginAsync(site, id);
        Assert.Equal(Return, await sandbox.EndOnboardingAsync(first, "details_due"));
        Assert.Equal(Refresh, await sandbox.EndOnboardingAsync(first, "complete"));
        var second = await BeginAsync(site, id);
        Assert.NotEqual(first, second);
        Assert.Equal(Return, await sandbox.EndOnboardingAsync(second, "complete"));
        Assert.Equal(2, (await sandbox.AccountsAsync()).Length);
    }

    [Fact]
    public async Task Many_at_once_open_one_account()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var id = await NewPartnerAsync(site);
        var links = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => BeginAsync(site, id)));
        Assert.Equal(6, links.Distinct().Count());
        Assert.Equal([(await site.PartnerAsync(id)).StripeAccountId!], (await sandbox.AccountsAsync()).Except([site.Account]));
    }

    [Fact]
    public async Task An_account_that_Stripe_opened_and_we_forgot_is_found_again()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var id = await NewPartnerAsync(site);
        await BeginAsync(site, id);
        var account = (await site.PartnerAsync(id)).StripeAccountId;
        await site.DbAsync(db => db.Partners.Where(p => p.Id == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.StripeAccountId, (string?)null)));
        await BeginAsync(site, id);
        Assert.Equal(account, (await site.PartnerAsync(id)).StripeAccountId);
    }

    [Fact]
    public async Task A_name_corrected_after_a_crash_does_not_keep_anybody_from_beginning()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var id = await NewPartnerAsync(site);
        await BeginAsync(site, id);
        await site.DbAsync(db => db.Partners.Where(p => p.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(p => p.StripeAccountId, (string?)null)
            .SetProperty(p => p.Name, "Bread and more")));
        await BeginAsync(site, id);
        Assert.NotNull((await site.PartnerAsync(id)).StripeAccountId);
    }

    [Fact]
    public async Task When_Stripe_fails_after_its_work_trying_again_goes_on_with_the_same_account()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var id = await NewPartnerAsync(site);
        await sandbox.ControlAsync("chaos", ("fail_api", 1));
        try
        {
            var refusal = await Assert.ThrowsAsync<Refusal>(() => BeginAsync(site, id));
            Assert.Equal(Reason.PaymentServiceSilent, Assert.Single(refusal.Problems).Reason);
        }
        finally
        {
            await sandbox.ControlAsync("chaos");
        }

        Assert.Null((await site.PartnerAsync(id)).StripeAccountId);
        var made = Assert.Single((await sandbox.AccountsAsync()).Except([site.Account]));
        await BeginAsync(site, id);
        Assert.Equal(made, (await site.PartnerAsync(id)).StripeAccountId);
    }

    [Fact]
    public async Task Whose_account_is_gone_begins_anew_and_can_be_paid_again()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var id = await NewPartnerAsync(site);
        await BeginAsync(site, id);
        var first = (await site.PartnerAsync(id)).StripeAccountId!;
        await LoseAccountAsync(site, id, first);

        var link = await BeginAsync(site, id);
        var begun = await site.PartnerAsync(id);
        Assert.NotEqual(first, begun.StripeAccountId);
        Assert.Equal((PartnerStanding.DetailsDue, false), (begun.Standing, begun.NeedsAccount));
        await BeginAsync(site, id);
        Assert.Equal(begun.StripeAccountId, (await site.PartnerAsync(id)).StripeAccountId);
        Assert.Equal(Return, await sandbox.EndOnboardingAsync(link, "complete"));
        await site.WithAsync<SyncPartner>(sync => sync.RunAsync(begun.StripeAccountId!, default));
        Assert.True((await site.PartnerAsync(id)).CanBePaid);

        // Again, on the same day.
        await LoseAccountAsync(site, id, begun.StripeAccountId!);
        await BeginAsync(site, id);
        Assert.DoesNotContain((await site.PartnerAsync(id)).StripeAccountId, new[] { first, begun.StripeAccountId });
    }

    /// <summary>As <see cref="SyncPartner"/> leaves it once Stripe says that the account has left.</summary>
    private static Task<int> LoseAccountAsync(Installation site, Guid id, string account) => site.DbAsync(db => db.Partners.Where(p => p.Id == id && p.StripeAccountId == account)
        .ExecuteUpdateAsync(set => set.SetProperty(p => p.DisabledReason, Partner.AccountGone).SetProperty(p => p.TransfersActive, false)));

    [Fact]
    public async Task A_country_that_Stripe_does_not_serve_is_named()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var id = await NewPartnerAsync(site, country: "B1");
        var refusal = await Assert.ThrowsAsync<Refusal>(() => BeginAsync(site, id));
        Assert.Equal(Reason.PartnerCountryNotServed, Assert.Single(refusal.Problems).Reason);
    }

    private static Task<Uri> BeginAsync(Installation site, Guid id) => site.WithAsync<BeginOnboarding, Uri>(begin => begin.RunAsync(id, Return, Refresh, default));

    /// <summary>One that has no account yet.</summary>
    private static Task<Guid> NewPartnerAsync(Installation site, string country = "BE") => site.DbAsync(async db =>
    {
        var organisation = await db.Organisations.SingleAsync();
        organisation.Country = country;
        var partner = new Partner { Id = Guid.NewGuid(), OrganisationId = organisation.Id, Name = "Bread" };
        db.Partners.Add(partner);
        await db.SaveChangesAsync();
        return partner.Id;
    });
}
