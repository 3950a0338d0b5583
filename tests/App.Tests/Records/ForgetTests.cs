using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Jobs;
using Solidarity.Domain.Mails;
using Solidarity.Jobs;
using Solidarity.Jobs.Receipts;
using Solidarity.Jobs.Records;

namespace Solidarity.App.Tests.Records;

/// <summary>What the night forgets, and what it keeps.</summary>
[Collection(SiteTests.Name)]
public sealed class ForgetTests(SiteFixture site)
{
    [Fact]
    public async Task Records_of_runs_and_mails_go_when_they_are_old()
    {
        var (now, job, to) = (site.Clock.GetUtcNow(), $"Test{Guid.NewGuid():N}", $"{Guid.NewGuid():N}@example.org");
        await site.InDbAsync(async db =>
        {
            db.JobRuns.AddRange(new[] { 29, 31 }.Select(days => new JobRun { Job = job, Node = "here", StartedAt = now.AddDays(-days), EndedAt = now.AddDays(-days), Outcome = JobOutcome.Succeeded, Done = days }));
            db.MailRecords.AddRange(new[] { 89, 91 }.Select(days => new MailRecord { MessageId = $"<{days}.{to}>", To = to, Subject = $"{days} days", Language = "en", At = now.AddDays(-days), Outcome = MailOutcome.Sent }));
            return await db.SaveChangesAsync();
        });
        await RunAsync<ForgetTheOld>();
        Assert.Equal([29], await site.InDbAsync(db => db.JobRuns.Where(r => r.Job == job).Select(r => r.Done).ToListAsync()));
        Assert.Equal(["89 days"], await site.InDbAsync(db => db.MailRecords.Where(m => m.To == to).Select(m => m.Subject).ToListAsync()));
    }

    [Fact]
    public async Task Receipts_of_who_was_erased_keep_the_name_as_long_as_the_law_asks_and_no_longer()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse();
        foreach (var amount in new[] { "25", "50" })
        {
            var begun = await browser.SendAsync(await browser.GoAsync(campaign.Give), ("amount", amount), ("email", "lea@example.org"));
            await site.Stripe.PayAsync(begun.Next!, Cards.Pays);
        }

        var tokens = (await site.DonationsOfAsync(campaign)).OrderBy(d => d.AmountMinor).Select(d => d.Token).ToList();
        foreach (var token in tokens)
            await site.UntilAsync(token, DonationStatus.Paid);
        await site.UntilQuietAsync();
        var here = site.Services.GetRequiredService<Domain.Site>();
        var kept = new DateTimeOffset(here.DayOf(site.Clock.GetUtcNow()).Year - here.ReceiptYears, 1, 1, 12, 0, 0, TimeSpan.Zero);
        await GiveAsync(tokens[0], kept.AddDays(-2));
        await GiveAsync(tokens[1], kept);
        await RunAsync<ForgetReceiptGivers>();
        Assert.Equal([(null, null), ("Léa", "lea@example.org")], await Task.WhenAll(tokens.Select(GivenToAsync)));
    }

    /// <summary>As if the receipt had been issued then, and its giver erased since.</summary>
    private Task<int> GiveAsync(string token, DateTimeOffset issuedAt) => site.InDbAsync(db => db.Receipts.Where(r => db.Donations.Any(d => d.Id == r.DonationId && d.Token == token))
        .ExecuteUpdateAsync(set => set.SetProperty(r => r.IssuedAt, issuedAt).SetProperty(r => r.GiverName, "Léa").SetProperty(r => r.GiverEmail, "lea@example.org")));

    private Task<(string?, string?)> GivenToAsync(string token) => site.InDbAsync(async db =>
    {
        var receipt = await db.Receipts.AsNoTracking().SingleAsync(r => db.Donations.Any(d => d.Id == r.DonationId && d.Token == token));
        return (receipt.GiverName, receipt.GiverEmail);
    });

    private async Task RunAsync<TJob>()
        where TJob : IJob
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(CancellationToken.None);
    }
}
