using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Receipts;

namespace Solidarity.Domain.Tests.Receipts;

public class IssueReceiptTests : DatabaseTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.CampaignAsync();
    }

    [Fact]
    public async Task Numbers_begin_at_one_and_follow_on()
    {
        Assert.Equal("2026-000001", await IssueAsync());
        Assert.Equal("2026-000002", await IssueAsync());
    }

    [Fact]
    public async Task Each_year_begins_anew_and_goes_on_where_it_was()
    {
        await IssueAsync();
        Clock.Now = new DateTimeOffset(2027, 1, 2, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal("2027-000001", await IssueAsync());
        Clock.Now = FakeClock.Noon;
        Assert.Equal("2026-000002", await IssueAsync());
    }

    /// <summary>On New Year's Eve at half past eleven in Greenwich it is the first of January in Brussels, and so the receipt's date says.</summary>
    [Fact]
    public async Task The_year_is_the_one_in_the_sites_own_place()
    {
        Clock.Now = new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.Zero);
        Assert.Equal("2027-000001", await IssueAsync());
    }

    [Fact]
    public async Task A_number_that_is_rolled_back_is_given_again()
    {
        await IssueAsync();
        var donation = await Database.StartAsync(Clock);
        await using var db = Database.Open();
        await Assert.ThrowsAsync<NotSupportedException>(() => db.InTransactionAsync(
            async () =>
            {
                Assert.Equal("2026-000002", (await Issue(db).RunAsync(donation.Id, None)).Number);
                await db.SaveChangesAsync();
                throw new NotSupportedException();
            }, None));
        Assert.Equal("2026-000002", await IssueAsync());
    }

    [Fact]
    public async Task There_are_no_gaps_and_no_doubles_when_many_are_issued_at_once_and_some_fail()
    {
        const int Workers = 5, Each = 6;
        await IssueAsync(); // the year has begun
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                if ((worker + i) % 3 == 0)
                    await Assert.ThrowsAsync<NotSupportedException>(() => IssueAsync(fail: true));
                else
                    await IssueAsync();
            }
        })));

        await using var db = Database.Open();
        var numbers = await db.Receipts.Select(r => r.Number).OrderBy(n => n).ToListAsync();
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => $"2026-{n:D6}"), numbers);
        Assert.Equal(1 + (Workers * Each * 2 / 3), numbers.Count);
    }

    [Fact]
    public async Task It_says_for_good_what_it_said_on_the_day()
    {
        var donation = await Database.StartAsync(Clock);
        await IssueAsync(donation.Id);
        await using (var db = Database.Open())
        {
            await db.Campaigns.ExecuteUpdateAsync(set => set.SetProperty(c => c.Title, "Another title"));
            await db.Partners.ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, "Another name"));
        }

        await using var later = Database.Open();
        var facts = (await later.Receipts.SingleAsync()).Facts!;
        Assert.Equal(Seed.Issuer, facts.Issuer);
        var gift = Assert.Single(facts.Gifts);
        Assert.Equal(donation.CampaignLines.Single().CampaignId, gift.CampaignId);
        Assert.DoesNotContain("Another", gift.Title + gift.Beneficiary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_donation_has_one_receipt()
    {
        var donation = await Database.StartAsync(Clock);
        await IssueAsync(donation.Id);
        await Assert.ThrowsAsync<DbUpdateException>(() => IssueAsync(donation.Id));
        Assert.Equal("2026-000002", await IssueAsync());
    }

    [Fact]
    public async Task Outside_a_database_transaction_is_a_bug()
    {
        var donation = await Database.StartAsync(Clock);
        await using var db = Database.Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Issue(db).RunAsync(donation.Id, None));
        Assert.Equal(0, await db.ReceiptSeries.CountAsync());
    }

    private IssueReceipt Issue(SolidarityDb db) => new(db, Seed.Site, Seed.Issuer, Clock);

    private async Task<string> IssueAsync(bool fail = false) => await IssueAsync((await Database.StartAsync(Clock)).Id, fail);

    private async Task<string> IssueAsync(Guid donation, bool fail = false)
    {
        await using var db = Database.Open();
        return await db.InTransactionAsync(
            async () =>
            {
                var receipt = await Issue(db).RunAsync(donation, None);
                await db.SaveChangesAsync();
                return fail ? throw new NotSupportedException() : receipt.Number;
            }, None);
    }
}
