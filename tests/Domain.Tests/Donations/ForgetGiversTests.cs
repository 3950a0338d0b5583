using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Tests.Donations;

/// <summary>Who gave is forgotten when nobody needs it; what was given never.</summary>
public sealed class ForgetGiversTests : DatabaseTest
{
    private const string Ann = "ann@example.org";

    [Fact]
    public async Task A_gift_that_was_never_paid_loses_its_giver_after_its_time_and_not_before()
    {
        await Database.CampaignAsync();
        var (old, young, open) = (await UnpaidAsync(91, DonationStatus.Expired), await UnpaidAsync(89, DonationStatus.Failed), await UnpaidAsync(91, DonationStatus.Started));
        await using (var db = Database.Open())
            Assert.Equal(1, await new ForgetGivers(db, Clock).UnpaidAsync(Clock.Now.AddDays(-90), None));
        await using var after = Database.Open();
        var gone = await after.Donations.SingleAsync(d => d.Id == old);
        Assert.Equal((null, null, ErasedAddress.Of(old), ErasedAddress.Of(old), Clock.Now), (gone.Name, gone.Message, gone.Email, gone.EmailKey, gone.ErasedAt));
        Assert.Equal((2500, DonationStatus.Expired), (gone.AmountMinor, gone.Status));
        Assert.Equal([Ann, Ann], await after.Donations.Where(d => d.Id == young || d.Id == open).Select(d => d.Email).ToListAsync());
    }

    [Fact]
    public async Task A_gift_older_than_the_law_asks_for_loses_its_giver_and_the_books_stay_as_they_were()
    {
        var campaign = await Database.CampaignAsync();
        var (old, young) = (await PaidAsync(Ann), await PaidAsync(Ann));
        var limit = Clock.Now.AddYears(-10);
        await AgeAsync(old, limit.AddDays(-1));
        await AgeAsync(young, limit);
        var before = await BooksAsync(campaign.Id);
        Assert.Equal(1, await ForgetPaidAsync(limit));
        await using var after = Database.Open();
        var gone = await after.Donations.Include(d => d.Dedication).SingleAsync(d => d.Id == old);
        Assert.Equal((null, null, ErasedAddress.Of(old), DonationStatus.Paid), (gone.Name, gone.Message, gone.Email, gone.Status));
        Assert.NotNull(gone.PaidAt);
        Assert.Equal("Ann", (await after.Donations.SingleAsync(d => d.Id == young)).Name);
        Assert.Equal(2, await after.Receipts.CountAsync());
        Assert.Equal(before, await BooksAsync(campaign.Id));
        Assert.Empty((await new VerifyLedger(after).RunAsync(None)).Faults);
        // Another night finds nothing.
        Assert.Equal(0, await ForgetPaidAsync(limit));
    }

    [Fact]
    public async Task Who_has_an_account_sees_their_own_gifts_as_long_as_they_have_it()
    {
        await Database.CampaignAsync();
        var gift = await PaidAsync(Ann);
        await AgeAsync(gift, Clock.Now.AddYears(-20));
        var person = Person.New(Ann, "Ann", "en", Clock.Now);
        (person.NormalizedEmail, person.NormalizedUserName) = (Ann.ToUpperInvariant(), person.Id.ToString("N"));
        await SaveAsync(person);
        Assert.Equal(0, await ForgetPaidAsync(Clock.Now.AddYears(-10)));
    }

    [Fact]
    public async Task What_was_given_back_lately_or_has_a_later_receipt_is_young()
    {
        await Database.CampaignAsync();
        var (refunded, receipted) = (await PaidAsync(Ann), await PaidAsync(Ann));
        var limit = Clock.Now.AddYears(-10);
        await AgeAsync(refunded, limit.AddDays(-1));
        await AgeAsync(receipted, limit.AddDays(-1));
        await SaveAsync(new Refund { Id = Guid.NewGuid(), DonationId = refunded, StripeRefundId = "re_1", AmountMinor = 100, Status = "succeeded", CreatedAt = limit });
        await using (var db = Database.Open())
            await db.Receipts.Where(r => r.DonationId == receipted).ExecuteUpdateAsync(set => set.SetProperty(r => r.IssuedAt, limit));
        Assert.Equal(0, await ForgetPaidAsync(limit));
    }

    private async Task<int> ForgetPaidAsync(DateTimeOffset before)
    {
        await using var db = Database.Open();
        return await new ForgetGivers(db, Clock).PaidAsync(before, None);
    }

    private async Task<Guid> UnpaidAsync(int daysAgo, DonationStatus status)
    {
        var gift = await Database.StartAsync(Clock, Seed.Gift(message: "Words"));
        await using var db = Database.Open();
        await db.Donations.Where(d => d.Id == gift.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.StartedAt, Clock.Now.AddDays(-daysAgo)).SetProperty(d => d.Status, status));
        return gift.Id;
    }

    private async Task<Guid> PaidAsync(string email) => (await Database.PaidAsync(Clock, Seed.Gift(email: email, message: "Words"))).Id;

    private async Task AgeAsync(Guid gift, DateTimeOffset paidAt)
    {
        DateTimeOffset? at = paidAt;
        await using var db = Database.Open();
        await db.Donations.Where(d => d.Id == gift).ExecuteUpdateAsync(set => set.SetProperty(d => d.PaidAt, at).SetProperty(d => d.StartedAt, paidAt));
        await db.Receipts.Where(r => r.DonationId == gift).ExecuteUpdateAsync(set => set.SetProperty(r => r.IssuedAt, paidAt));
    }

    private async Task<(long Postings, long Sum, long Raised, long Gifts)> BooksAsync(Guid campaign)
    {
        await using var db = Database.Open();
        var totals = await db.CampaignTotals.SingleAsync(t => t.CampaignId == campaign);
        return (await db.Postings.LongCountAsync(), await db.Postings.SumAsync(p => Math.Abs(p.AmountMinor)), totals.RaisedMinor, totals.Donations);
    }
}
