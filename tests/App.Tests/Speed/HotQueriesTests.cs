using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.My;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;

namespace Solidarity.App.Tests.Speed;

/// <summary>
/// Pages that must not cost more the more gifts there are: every statement that they really send is looked up by an index, and none sorts all of something.
/// Read on a database with hardly a row in it: the plan is the same.
/// </summary>
[Collection(SiteTests.Name)]
public class HotQueriesTests(SiteFixture site)
{
    /// <summary>What a statement may sort: the pieces of SQL by which it is known, without its quotes, and why that is little.</summary>
    private static readonly (string Part, string Why)[] MayOrder =
    [
        ("Postings", "the postings of a page's transactions, or of one transaction after another"),
        ("ChargeId = ", "what one number or address found"),
        ("m.State = 'Waiting'", "messages that wait"),
        ("PayoutItems", "the items of a page's transfers"),
        ("m.DonationId = @donationId", "the meals of one gift"),
        ("t.DonationId = @id", "the transfers of one gift"),
        ("i.ObjectId IN ", "what Stripe said about one gift"),
        ("i.ObjectId = ANY ", "the same on PostgreSQL"),
        ("o.SubjectId = ANY ", "what was sent about one gift, on PostgreSQL"),
        ("m.To = ", "the mails of one address"),
        ("o.State = @State", "messages that are not done"),
        ("f.Email = @address", "what one address follows"),
        ("o.SubjectId IN ", "what was sent about one gift"),
        ("'NeedsPerson'", "messages that need a person"),
    ];

    [Fact]
    public async Task No_hot_query_reads_or_sorts_a_whole_table()
    {
        using var watched = new WatchedQueries();
        var campaign = await DemoCampaign.MakeAsync(site);
        var email = Givers.NewAddress();
        var gift = await site.GiveAsync(campaign, email, message: "For the night shift");
        var owner = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        var administrator = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Administrator));
        var (transfer, receipt) = await site.InDbAsync(async db => (
            await db.Transfers.Where(t => t.DonationId == gift.Id).Select(t => t.Id).SingleAsync(), await db.Receipts.Where(r => r.DonationId == gift.Id).Select(r => r.Number).SingleAsync()));
        var anybody = site.Browse();
        var (page, project, money) = ($"/campaigns/{campaign.Slug}", $"/workspace/projects/{campaign.Slug}", $"/workspace/organisations/{campaign.Slug}/money");
        (Browser Who, string Path)[] hot =
        [
            // With a page that nobody has asked for, so that none comes from the cache.
            (anybody, "/?page=70001"), (anybody, "/projects?page=1&before=70001"), (anybody, $"{page}?page=70001"), (anybody, $"{page}/wall"), (anybody, $"{page}/wall?before=70001"),
            (anybody, $"{page}/ledger"), (anybody, $"{page}/ledger?before=70001"), (anybody, $"{page}/ledger.csv"), (anybody, $"{page}/give"), (anybody, $"/gifts/{gift.Token}"),
            (anybody, $"/api/v1/campaigns/{campaign.Slug}"), (anybody, "/api/v1/projects"), (anybody, $"/api/v1/gifts/{gift.Token}"), (anybody, site.GuestPage(email)),
            (owner, project), (owner, $"{project}/givers"), (owner, $"{project}/givers?before=70001"), (owner, money), (owner, $"{money}/transfers"), (owner, $"{money}/transfers?before={transfer}"),
            (owner, $"{money}/gifts/{gift.Id}"), (owner, $"{money}/reports"), (owner, $"/workspace/organisations/{campaign.Slug}/trail"),
            (administrator, "/administration"), (administrator, "/administration/gifts"), (administrator, $"/administration/gifts?before={Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O"))}"),
            (administrator, $"/administration/gifts?q={Uri.EscapeDataString(email)}"), (administrator, $"/administration/gifts?q={receipt}"), (administrator, $"/administration/gifts/{gift.Id}"),
            (administrator, "/administration/messages?queue=outbox"), (administrator, "/administration/messages?queue=inbox&state=Done"),
            (administrator, "/administration/messages?queue=outbox&state=NeedsPerson"), (administrator, $"/administration/mails?q={Uri.EscapeDataString(email)}"), (administrator, "/administration/mails?outcome=Rejected"),
            (administrator, "/administration/trail"), (administrator, "/administration/jobs"),
        ];
        var troubles = new List<string>();
        foreach (var (who, path) in hot)
        {
            var heard = await HeardAsync(watched, who, path);
            Assert.True(heard.Count > 0, $"{path} asked nothing of the database.");
            troubles.AddRange((await TroublesAsync(heard)).Select(t => $"{path}: {t}"));
        }

        Assert.True(troubles.Count == 0, string.Join("\n\n", troubles));
    }

    /// <summary>That the test can fail.</summary>
    [Theory]
    [InlineData("""SELECT "d"."Id" FROM "Donations" AS "d" WHERE "d"."Name" = 'Ann'""")]
    [InlineData("""SELECT "d"."Id" FROM "Donations" AS "d" ORDER BY "d"."AmountMinor" LIMIT 10""")]
    [InlineData("""SELECT "l"."Id" FROM "DonationLines" AS "l" WHERE "l"."CampaignId" = '01a205b8-5aac-7ddf-a32e-b59a077f3b4e' AND "l"."Kind" = 'Gift' ORDER BY "l"."AmountMinor" LIMIT 10""")]
    public async Task What_reads_or_sorts_all_is_seen(string sql)
    {
        await site.GiveAsync(await DemoCampaign.MakeAsync(site), Givers.NewAddress());
        Assert.NotEmpty(await site.InDbAsync(db => QueryPlan.TroublesAsync(db, new WatchedQuery(sql, []), mayOrder: false)));
    }

    private async Task<IReadOnlyList<WatchedQuery>> HeardAsync(WatchedQueries watched, Browser who, string path)
    {
        var mark = UnguessableToken.Create();
        // Sent by the browser, which disposes of it.
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, path));
        request.Headers.Add(WatchedQueries.Mark, mark);
        var answer = await who.AskAsync(request);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{path} answered {answer.Status}.");
        return watched.Heard(mark);
    }

    private async Task<IEnumerable<string>> TroublesAsync(IReadOnlyList<WatchedQuery> heard)
    {
        var troubles = new List<string>();
        foreach (var query in heard)
        {
            var mayOrder = MayOrder.Any(m => query.Sql.Replace("\"", "", StringComparison.Ordinal).Contains(m.Part, StringComparison.Ordinal));
            troubles.AddRange((await site.InDbAsync(db => QueryPlan.TroublesAsync(db, query, mayOrder))).Select(t => $"{t}\n{query.Sql}"));
        }

        return troubles;
    }
}
