using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Partners;
using Solidarity.Payments.Reconciliation;
using Solidarity.Payments.Tests.Running;

namespace Solidarity.Payments.Tests.Reconciliation;

[Collection(WithSandbox.Name)]
public class CatchUpWithPartnersTests(StripeSandbox sandbox)
{
    [Fact]
    public async Task What_lost_webhooks_did_not_tell_is_asked_for()
    {
        await using var site = await Installation.StartAsync(sandbox);
        await site.GiveAsync();
        await site.PayOutAsync();
        await sandbox.ControlAsync("accounts/" + site.Account, ("onboarding", "payouts_blocked"));
        for (var i = 0; i < 2; i++)
            Assert.Equal((1, 0), await CatchUpAsync(site));
        Assert.Equal(PartnerStanding.PayoutsBlocked, (await site.PartnerAsync()).Standing);
        var payout = Assert.Single(await site.PayoutsAsync());
        Assert.Equal(PayoutStatus.Paid, payout.Status);
        Assert.NotNull(Assert.Single(payout.Items).TransferId);
    }

    [Fact]
    public async Task One_that_left_does_not_keep_us_from_the_others_and_those_without_account_are_not_asked_about()
    {
        await using var site = await Installation.StartAsync(sandbox);
        await site.GiveAsync();
        await site.PayOutAsync();
        await site.DbAsync(async db =>
        {
            var organisation = await db.Organisations.SingleAsync();
            db.Partners.Add(new Partner { Id = Guid.Empty, OrganisationId = organisation.Id, Name = "Gone", StripeAccountId = "acct_gone", TransfersActive = true });
            db.Partners.Add(new Partner { Id = Guid.NewGuid(), OrganisationId = organisation.Id, Name = "New" });
            return await db.SaveChangesAsync();
        });
        Assert.Equal((2, 0), await CatchUpAsync(site));
        Assert.Single(await site.PayoutsAsync());
        var gone = await site.DbAsync(db => db.Partners.SingleAsync(p => p.Name == "Gone"));
        Assert.Equal((PartnerStanding.PayoutsBlocked, false, Partner.AccountGone), (gone.Standing, gone.CanBePaid, gone.DisabledReason));
    }

    [Fact]
    public async Task When_Stripe_is_down_it_says_in_vain_about_how_many()
    {
        await using var site = await Installation.StartAsync(sandbox);
        await sandbox.ControlAsync("chaos", ("down", "true"));
        try
        {
            Assert.Equal((1, 1), await CatchUpAsync(site));
        }
        finally
        {
            await sandbox.ControlAsync("chaos");
        }

        Assert.True((await site.PartnerAsync()).CanBePaid);
    }

    private static Task<(int, int)> CatchUpAsync(Installation site) => site.WithAsync<CatchUpWithPartners, (int, int)>(catchUp => catchUp.RunAsync(30, default));
}
