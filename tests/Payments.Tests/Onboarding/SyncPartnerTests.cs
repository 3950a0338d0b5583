using Solidarity.Domain.Messages;
using Solidarity.Domain.Partners;
using Solidarity.Payments.Onboarding;
using Solidarity.Payments.Tests.Running;

namespace Solidarity.Payments.Tests.Onboarding;

[Collection(WithSandbox.Name)]
public class SyncPartnerTests(StripeSandbox sandbox)
{
    [Theory]
    [InlineData("complete", PartnerStanding.Ready, true, null, null)]
    [InlineData("under_review", PartnerStanding.UnderReview, false, null, "requirements.pending_verification")]
    [InlineData("details_due", PartnerStanding.DetailsDue, false, "external_account,representative.verification.document", "requirements.past_due")]
    [InlineData("payouts_blocked", PartnerStanding.PayoutsBlocked, true, null, "listed")]
    public async Task A_partner_stands_as_Stripe_says(string onboarding, PartnerStanding standing, bool canBePaid, string? due, string? reason)
    {
        await using var site = await Installation.StartAsync(sandbox);
        await sandbox.ControlAsync("accounts/" + site.Account, ("onboarding", onboarding));
        await site.HearOfPartnerAsync();
        var partner = await site.PartnerAsync();
        Assert.Equal((standing, canBePaid, due, reason), (partner.Standing, partner.CanBePaid, partner.RequirementsDue, partner.DisabledReason));

        await sandbox.ControlAsync("accounts/" + site.Account, ("onboarding", "complete"));
        await site.HearOfPartnerAsync();
        partner = await site.PartnerAsync();
        Assert.Equal((PartnerStanding.Ready, null, null), (partner.Standing, partner.RequirementsDue, partner.DisabledReason));
    }

    [Fact]
    public async Task What_is_due_later_is_kept_with_its_day_and_does_not_stop_gifts()
    {
        await using var site = await Installation.StartAsync(sandbox);
        await sandbox.ControlAsync("accounts/" + site.Account, ("onboarding", "complete"), ("currently_due", "company.tax_id"), ("current_deadline", "1900000000"));
        await site.HearOfPartnerAsync();
        var partner = await site.PartnerAsync();
        Assert.Equal((PartnerStanding.DetailsDue, true, "company.tax_id"), (partner.Standing, partner.CanBePaid, partner.RequirementsDue));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1900000000), partner.RequirementsDueBy);
    }

    [Fact]
    public async Task A_list_longer_than_its_place_is_cut_between_two_names()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var names = Enumerable.Range(0, 60).Select(i => $"person_{i:D3}.verification.document").ToArray();
        await sandbox.ControlAsync("accounts/" + site.Account, ("onboarding", "details_due"), ("past_due", names[0]), ("currently_due", string.Join(',', names)));
        await site.HearOfPartnerAsync();
        var due = (await site.PartnerAsync()).RequirementsDue!;
        Assert.InRange(due.Length, 900, 1000);
        Assert.Equal(names.Take(due.Split(',').Length), due.Split(','));
    }

    [Fact]
    public async Task A_partner_whose_account_has_left_cannot_be_paid()
    {
        await using var site = await Installation.StartAsync(sandbox);
        await site.WithAsync<Domain.SolidarityDb>(async db =>
        {
            db.Partners.Single().StripeAccountId = "acct_gone";
            await db.SaveChangesAsync();
        });
        await site.WithAsync<SyncPartner>(sync => sync.RunAsync("acct_gone", default));
        var partner = await site.PartnerAsync();
        Assert.Equal((false, Partner.AccountGone), (partner.CanBePaid, partner.DisabledReason));
    }

    [Fact]
    public async Task A_gift_waits_for_a_partner_who_cannot_be_paid_without_using_up_its_tries_and_is_passed_on_when_the_partner_can()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveToUnreadyPartnerAsync();
        var transfer = await site.TransferAsync(paid);
        for (var i = 0; i < 30; i++)
        {
            site.Clock.Advance(TimeSpan.FromHours(3));
            await site.DrainOutboxAsync();
        }

        Assert.Equal(MessageState.Waiting, (await site.MessageAsync(OutboxKinds.Transfer, transfer.Id)).State);
        Assert.Null((await site.TransferAsync(paid)).StripeTransferId);
        Assert.Equal(-transfer.AmountMinor, await site.PartnerBalanceAsync());

        await site.PartnerMayBePaidAsync(true);
        await site.SettleAsync();
        Assert.NotNull((await site.TransferAsync(paid)).StripeTransferId);
        Assert.Equal(0, await site.PartnerBalanceAsync());
        Assert.Equal(transfer.AmountMinor, (await site.TotalsAsync()).PassedOnMinor);
        await site.AssertBooksAsync();
    }

    [Fact]
    public async Task A_transfer_left_to_a_person_is_due_again_when_the_partner_can_be_paid()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveToUnreadyPartnerAsync();
        var transfer = await site.TransferAsync(paid);
        await site.WithAsync<Domain.SolidarityDb>(async db =>
        {
            var message = db.Outbox.Single(m => m.SubjectId == transfer.Id);
            (message.State, message.Attempts) = (MessageState.NeedsPerson, 13);
            await db.SaveChangesAsync();
        });
        await site.PartnerMayBePaidAsync(true);

        var woken = await site.MessageAsync(OutboxKinds.Transfer, transfer.Id);
        Assert.Equal((MessageState.Waiting, 0, site.Clock.GetUtcNow().ToUnixTimeMilliseconds()), (woken.State, woken.Attempts, woken.DueAt.ToUnixTimeMilliseconds()));
        await site.DrainOutboxAsync();
        Assert.NotNull((await site.TransferAsync(paid)).StripeTransferId);
    }

    [Fact]
    public async Task A_transfer_that_was_called_off_is_not_woken()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveToUnreadyPartnerAsync();
        await site.RefundAsync(paid);
        await site.SettleAsync();
        var transfer = await site.TransferAsync(paid);
        Assert.True(transfer.CalledOff);
        var before = await site.MessageAsync(OutboxKinds.Transfer, transfer.Id);
        await site.PartnerMayBePaidAsync(true);
        Assert.Equal(before.DueAt, (await site.MessageAsync(OutboxKinds.Transfer, transfer.Id)).DueAt);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.SettleAsync();
        Assert.Null((await site.TransferAsync(paid)).StripeTransferId);
        Assert.Equal(MessageState.Done, (await site.MessageAsync(OutboxKinds.Transfer, transfer.Id)).State);
        Assert.Equal((0, 0), (await site.CampaignBalanceAsync(), await site.PartnerBalanceAsync()));
        await site.AssertBooksAsync();
    }
}
