using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.My;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Web.Pages.Ledger;

namespace Solidarity.App.Tests.Ledger;

[Collection(SiteTests.Name)]
public sealed class LedgerCsvTests(SiteFixture site)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(500)]
    public async Task Page_by_page_it_is_the_same_file_and_who_reads_slowly_holds_no_connection(int atOnce)
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        for (var gifts = 0; gifts < 3; gifts++)
            await site.GiveAsync(campaign, Givers.NewAddress());
        await site.GiveAsync(await DemoCampaign.MakeAsync(site), Givers.NewAddress());
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
        await using var file = new SlowReader(db);

        await LedgerCsv.WriteAsync(db, await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaign.Id), atOnce, file, default);

        using var browser = site.Browse();
        var downloaded = await browser.BytesAsync($"/campaigns/{campaign.Slug}/ledger.csv");
        Assert.Equal(downloaded, file.Bytes.ToArray());
        byte[] expected = [.. Utf8.GetPreamble(), .. Utf8.GetBytes(await AllAsync(campaign))];
        Assert.Equal(expected, downloaded);
        Assert.InRange(file.Passed, 2, int.MaxValue);
    }

    /// <summary>The whole file by one question.</summary>
    private async Task<string> AllAsync(DemoCampaign campaign)
    {
        var lines = await site.InDbAsync(db => db.Postings.Where(p => p.Transaction.CampaignId == campaign.Id && p.Transaction.Sealed).OrderBy(p => p.TransactionId).ThenBy(p => p.Id)
            .Select(p => new { p.TransactionId, p.Transaction.At, p.Transaction.Reason, p.Transaction.Reference, p.Transaction.DonationId, p.Account.Code, p.AmountMinor, p.CurrencyCode, p.StripeId }).ToListAsync());
        Assert.InRange(lines.Select(l => l.TransactionId).Distinct().Count(), 6, 500);
        string Name(string code) => code == $"campaign:{campaign.Id:D}" ? "A thousand meals" : code.StartsWith("partner:", StringComparison.Ordinal) ? DemoCampaign.PartnerName : "";
        return "transaction,time,reason,reference,gift,account,name,amount,currency,stripe_id\r\n" + string.Concat(lines.Select(l => string.Create(CultureInfo.InvariantCulture,
            $"{l.TransactionId},{l.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ},{l.Reason},{l.Reference},{l.DonationId:D},{l.Code},{Name(l.Code)},{l.AmountMinor / 100m:F2},{l.CurrencyCode},{l.StripeId}\r\n")));
    }
}
