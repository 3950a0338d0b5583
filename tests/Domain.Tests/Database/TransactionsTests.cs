using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Tests.Database;

public class TransactionsTests : DatabaseTest
{
    [Fact]
    public async Task Two_people_who_changed_the_same_row_do_not_overwrite_each_other()
    {
        await Database.CampaignAsync();
        await using var ann = Database.Open();
        await using var bob = Database.Open();
        var (hers, his) = (await ann.Campaigns.SingleAsync(), await bob.Campaigns.SingleAsync());
        hers.Title = "Soup and bread";
        await ann.SaveChangesAsync();
        his.Title = "Only soup";
        var refusal = await Assert.ThrowsAsync<Refusal>(() => bob.SaveOrRefuseAsync(None));
        Assert.Equal(Reason.ChangedMeanwhile, refusal.Problems[0].Reason);
        await using var db = Database.Open();
        Assert.Equal("Soup and bread", (await db.Campaigns.SingleAsync()).Title);
    }

    [Fact]
    public async Task Every_change_gives_a_row_a_new_version()
    {
        await Database.CampaignAsync();
        await using var db = Database.Open();
        var partner = await db.Partners.SingleAsync();
        var before = partner.Version;
        Assert.NotEqual(Guid.Empty, before);
        partner.Name = "Another";
        await db.SaveChangesAsync();
        Assert.NotEqual(before, partner.Version);
        before = partner.Version;
        await db.SaveChangesAsync();
        Assert.Equal(before, partner.Version);
    }

    [Fact]
    public async Task What_fails_halfway_leaves_nothing()
    {
        await using var db = Database.Open();
        await Assert.ThrowsAsync<NotSupportedException>(() => db.InTransactionAsync(
            async () =>
            {
                db.Add(Seed.Organisation());
                await db.SaveChangesAsync();
                throw new NotSupportedException();
            }, None));
        Assert.Equal(0, await db.Organisations.CountAsync());
    }

    [Fact]
    public async Task Work_inside_other_work_belongs_to_it()
    {
        await using var db = Database.Open();
        await Assert.ThrowsAsync<NotSupportedException>(() => db.InTransactionAsync(
            async () =>
            {
                await db.InTransactionAsync(
                    async () =>
                    {
                        db.Add(Seed.Organisation());
                        await db.SaveChangesAsync();
                    }, None);
                throw new NotSupportedException();
            }, None));
        Assert.Equal(0, await db.Organisations.CountAsync());
    }

    [Fact]
    public async Task Moments_come_back_as_they_went_in_and_sort_as_time_does()
    {
        var brussels = new DateTimeOffset(2026, 7, 1, 1, 30, 0, TimeSpan.FromHours(2)).AddTicks(1234560);
        var organisation = Seed.Organisation();
        organisation.VerifiedAt = brussels;
        await SaveAsync(organisation);
        await using var db = Database.Open();
        Assert.Equal(brussels, (await db.Organisations.SingleAsync()).VerifiedAt);
        Assert.Equal(1, await db.Organisations.CountAsync(o => o.VerifiedAt > brussels.AddMilliseconds(-1) && o.VerifiedAt < brussels.AddMilliseconds(1)));
    }
}
