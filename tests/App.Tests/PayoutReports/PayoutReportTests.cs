using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;
using Solidarity.Domain.PayoutReports;
using Solidarity.Domain.People;
using Solidarity.Jobs.PayoutReports;

namespace Solidarity.App.Tests.PayoutReports;

/// <summary>Reports of what a partner was paid: made by hand and by schedule, seen by whom they concern.</summary>
[Collection(SiteTests.Name)]
public sealed class PayoutReportTests(SiteFixture site)
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task An_accountant_makes_a_report_and_takes_it_away()
    {
        var campaign = await PaidAsync("=SUM(A1)");
        var accountant = await site.MakeMemberAsync(campaign, OrganisationRole.Accountant);
        using var browser = await site.BrowseAsAsync(accountant);
        var reports = $"/workspace/organisations/{campaign.Slug}/money/reports";
        Assert.Contains("There is no report yet", (await browser.GoAsync(reports)).Main, StringComparison.Ordinal);
        var made = await MakeAsync(browser, reports);
        Assert.StartsWith(reports + "/", made.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(made, await MakeAsync(browser, reports));

        var page = await browser.GoAsync(made);
        Assert.Contains("-0001", page.Heading, StringComparison.Ordinal);
        Assert.Contains("Balance at the end€30.00", page.Main, StringComparison.Ordinal);
        Assert.Contains("not yet explained by Stripe", page.Main, StringComparison.Ordinal);
        var pdf = await browser.BytesAsync(made.AbsolutePath + "/pdf");
        Assert.Equal("%PDF", Encoding.ASCII.GetString(pdf[..4]));
        Assert.Equal(pdf, await browser.BytesAsync(made.AbsolutePath + "/pdf"));
        Assert.Contains(made.AbsolutePath.Split('/')[^1], (await site.InDbAsync(db => db.Trail.OrderByDescending(t => t.Id).FirstAsync(t => t.Act == "PayoutReportMade"))).SubjectId.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_adds_up_and_no_name_in_it_is_a_formula()
    {
        var campaign = await PaidAsync("=SUM(A1)");
        using var browser = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        var made = await MakeAsync(browser, $"/workspace/organisations/{campaign.Slug}/money/reports");
        var rows = Encoding.UTF8.GetString(await browser.BytesAsync(made.AbsolutePath + "/csv")).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(',')).ToList();
        Assert.Equal(["kind", "time", "amount", "amount_minor", "balance"], rows[0][..5]);
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        Assert.Equal(["opening", "transfer", "transfer", "payout", "closing"], rows.Skip(1).Select(r => r[0]));
        Assert.Equal(3000, rows.Skip(1).Sum(r => r[3].Length == 0 ? 0 : long.Parse(r[3], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("30.00", rows[^1][4]);
        Assert.Equal("'=SUM(A1)", rows[2][9]);
        // Given without being seen by the owner.
        Assert.Equal("", rows[3][9]);
    }

    [Fact]
    public async Task A_payout_can_be_added_up_from_the_table()
    {
        var campaign = await PaidAsync();
        var payout = await site.InDbAsync(async db =>
        {
            var paid = await db.Payouts.SingleAsync(p => p.Partner.StripeAccountId == campaign.Account);
            var transfer = await db.Transfers.SingleAsync(t => t.PartnerId == paid.PartnerId && t.AmountMinor == 3000);
            var back = new TransferReversal { Id = Guid.CreateVersion7(Now), TransferId = transfer.Id, AmountMinor = 400, Because = "re_x", CreatedAt = paid.CreatedAt, StripeReversalId = $"trr_{UnguessableToken.Create()}" };
            db.Add(back);
            foreach (var (kind, amount, fee, reversal) in new[] { (PayoutItemKind.Transfer, 3000, 0, (Guid?)null), (PayoutItemKind.Reversal, -400, 0, back.Id), (PayoutItemKind.Other, -500, 100, null) })
            {
                db.Add(new PayoutItem
                {
                    Id = Guid.CreateVersion7(Now),
                    PayoutId = paid.Id,
                    BalanceTransactionId = $"txn_{UnguessableToken.Create()}",
                    Kind = kind,
                    AmountMinor = amount,
                    FeeMinor = fee,
                    TransferId = kind == PayoutItemKind.Other ? null : transfer.Id,
                    TransferReversalId = reversal,
                });
            }

            await db.SaveChangesAsync();
            return paid.StripePayoutId;
        });
        using var browser = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        var made = await MakeAsync(browser, $"/workspace/organisations/{campaign.Slug}/money/reports");
        var rows = Encoding.UTF8.GetString(await browser.BytesAsync(made.AbsolutePath + "/csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(',')).Where(r => r[7] == payout).ToList();
        Assert.Equal(["other", "payout", "reversal", "stripe-fee", "transfer"], rows.Select(r => r[0]).Order());
        Assert.Equal(0, rows.Sum(r => long.Parse(r[3], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_report_is_nobody_elses()
    {
        var (campaign, other) = (await PaidAsync(), await PaidAsync());
        using var owner = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        using var stranger = await site.BrowseAsAsync(await site.MakeMemberAsync(other, OrganisationRole.Owner));
        using var assistant = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Assistant));
        var made = (await MakeAsync(owner, $"/workspace/organisations/{campaign.Slug}/money/reports")).AbsolutePath;
        var moved = made.Replace(campaign.Slug, other.Slug, StringComparison.Ordinal);
        foreach (var end in new[] { "", "/pdf", "/csv" })
        {
            Assert.Equal(HttpStatusCode.OK, (await owner.GoAsync(made + end)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GoAsync(moved + end)).Status);
            Assert.NotEqual(HttpStatusCode.OK, (await stranger.GoAsync(made + end)).Status);
            Assert.NotEqual(HttpStatusCode.OK, (await assistant.GoAsync(made + end)).Status);
        }

        using var administrator = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Administrator));
        var id = made.Split('/')[^1];
        Assert.Contains(DemoCampaign.PartnerName, (await administrator.GoAsync($"/administration/reports?q={DemoCampaign.PartnerName}")).Main, StringComparison.Ordinal);
        foreach (var end in new[] { "", "/pdf", "/csv" })
            Assert.Equal(HttpStatusCode.OK, (await administrator.GoAsync($"/administration/reports/{id}{end}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GoAsync($"/administration/reports/{Guid.NewGuid()}")).Status);
    }

    [Theory]
    [InlineData("2020-01-01", "2019-12-31", "until")]
    [InlineData("yesterday", "2020-01-01", "from")]
    [InlineData("2020-01-01", "2099-01-01", "until")]
    public async Task Days_that_cannot_be_reported_on_are_said_at_their_field(string from, string until, string field)
    {
        var campaign = await PaidAsync();
        using var owner = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        var page = await owner.SendAsync(await owner.GoAsync($"/workspace/organisations/{campaign.Slug}/money/reports"), ("From", from), ("Until", until));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Html.QuerySelectorAll("[aria-invalid]"), input => string.Equals(input.GetAttribute("name"), field, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Vat_stands_on_reports_from_then_on()
    {
        var campaign = await PaidAsync();
        using var owner = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        var (money, form) = ($"/workspace/organisations/{campaign.Slug}/money", await owner.GoAsync($"/workspace/organisations/{campaign.Slug}/money/vat"));
        var wrong = await owner.SendAsync(form, ("Number", "BE 0123.456.789"), ("Rate", "6.005"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(2, wrong.Html.QuerySelectorAll("[aria-invalid]").Length);
        Assert.Equal(HttpStatusCode.Found, (await owner.SendAsync(wrong, ("Number", "be 0123 456 749"), ("Rate", "6,00"))).Status);
        Assert.Equal("BE 0123.456.749", (await owner.GoAsync(money + "/vat")).Value("Number"));

        var page = await owner.GoAsync(await MakeAsync(owner, money + "/reports"));
        Assert.Contains("VAT BE 0123.456.749", page.Main, StringComparison.Ordinal);
        Assert.Contains("Without VAT€47.17 VAT at 6 %€2.83 Passed on less taken back€50.00", page.Main, StringComparison.Ordinal);
        Assert.True(await site.InDbAsync(db => db.Trail.AnyAsync(t => t.Act == "VatChanged" && db.Organisations.Any(o => o.Id == t.OrganisationId && o.Slug == campaign.Slug))));
    }

    [Fact]
    public async Task The_schedule_sends_each_report_once_to_owners_and_accountants()
    {
        var campaign = await PaidAsync();
        var readers = new[] { await site.MakeMemberAsync(campaign, OrganisationRole.Owner), await site.MakeMemberAsync(campaign, OrganisationRole.Accountant) };
        var editor = await site.MakeMemberAsync(campaign, OrganisationRole.Editor);
        await site.WithAsync<MakePayoutReports>(make => make.RunAsync(default));
        await SiteFixture.EventuallyAsync(async () => await ReportsAsync(campaign) is { Count: > 0 } made && made.TrueForAll(r => r.SentAt is not null), "the reports were sent");
        await site.WithAsync<MakePayoutReports>(make => make.RunAsync(default));
        await site.UntilQuietAsync();

        var reports = await ReportsAsync(campaign);
        Assert.Contains(reports, r => r.Kind == PeriodKind.Week);
        Assert.All(reports, r => Assert.Null(r.MadeById));
        foreach (var reader in readers)
        {
            var mails = await site.InDbAsync(db => db.MailRecords.Where(m => m.To == reader.Email && m.Subject.StartsWith("Payout report")).Select(m => m.Attempts).ToListAsync());
            Assert.Equal(Enumerable.Repeat(1, reports.Count), mails);
        }

        Assert.False(await site.InDbAsync(db => db.MailRecords.AnyAsync(m => m.To == editor.Email)));
        Assert.Equal(reports.Count, await site.InDbAsync(db => db.PayoutReportFiles.CountAsync(f => reports.Select(r => r.Id).Contains(f.ReportId))));
    }

    private Task<List<PayoutReport>> ReportsAsync(DemoCampaign campaign) =>
        site.InDbAsync(db => db.PayoutReports.AsNoTracking().Where(r => r.Partner.StripeAccountId == campaign.Account).ToListAsync());

    /// <summary>The last fourteen days that are over.</summary>
    private static async Task<Uri> MakeAsync(Browser browser, string reports)
    {
        var (from, until) = (Now.AddDays(-15), Now.AddDays(-1));
        var made = await browser.SendAsync(await browser.GoAsync(reports), ("From", $"{from:yyyy-MM-dd}"), ("Until", $"{until:yyyy-MM-dd}"));
        Assert.Equal(HttpStatusCode.Found, made.Status);
        return made.Next!;
    }

    /// <summary>Two gifts passed on a week ago, 20.00 and 30.00, and a payout of 20.00; rows alone, without Stripe.</summary>
    private async Task<DemoCampaign> PaidAsync(string giver = "Ann")
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var at = Now.AddDays(-8);
        await site.InDbAsync(async db =>
        {
            var partner = await db.Partners.SingleAsync(p => p.StripeAccountId == campaign.Account);
            foreach (var (amount, hidden) in new[] { (2000, false), (3000, true) })
            {
                var donation = new Donation { Id = Guid.CreateVersion7(at), Token = UnguessableToken.Create(), CurrencyCode = "EUR", AmountMinor = amount, Email = "giver@example.org", Language = "en", StartedAt = at, Name = giver, HiddenFromOwner = hidden };
                db.Add(donation);
                db.Add(new Transfer
                {
                    Id = Guid.CreateVersion7(at),
                    PartnerId = partner.Id,
                    CampaignId = campaign.Id,
                    DonationId = donation.Id,
                    AmountMinor = amount,
                    CurrencyCode = "EUR",
                    ChargeId = "ch_x",
                    CreatedAt = at.AddMinutes(amount / 1000),
                    MadeAt = at,
                    StripeTransferId = $"tr_{UnguessableToken.Create()}",
                });
            }

            db.Add(new Payout
            {
                Id = Guid.CreateVersion7(at),
                PartnerId = partner.Id,
                StripePayoutId = $"po_{UnguessableToken.Create()}",
                AmountMinor = 2000,
                CurrencyCode = "EUR",
                ArrivesOn = DateOnly.FromDateTime(at.UtcDateTime),
                CreatedAt = at.AddHours(1),
            });
            return await db.SaveChangesAsync();
        });
        return campaign;
    }
}
