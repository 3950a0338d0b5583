using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Mails;
using Solidarity.Domain.Messages;
using Solidarity.Domain.People;

namespace Solidarity.App.Tests.Administration;

/// <summary>Gifts, messages, jobs and mails as an administrator sees and mends them.</summary>
[Collection(SiteTests.Name)]
public sealed class OperationsTests(SiteFixture site)
{
    [Fact]
    public async Task A_gift_is_found_and_given_back_once_however_often_the_form_is_sent()
    {
        using var browser = await AdministratorAsync();
        var gift = await PaidAsync();
        var number = await site.InDbAsync(db => db.Receipts.Where(r => r.DonationId == gift.Id).Select(r => r.Number).SingleAsync());
        var path = $"/administration/gifts/{gift.Id}";
        foreach (var word in new[] { gift.Email, number, gift.ChargeId!, gift.SessionId!, gift.Token })
            Assert.NotNull((await browser.GoAsync($"/administration/gifts?q={Uri.EscapeDataString(word)}")).Html.QuerySelector($"a[href='{path}']"));

        Assert.NotNull((await browser.GoAsync("/administration/gifts")).Html.QuerySelector($"a[href='{path}']"));
        var page = await browser.GoAsync(path);
        Assert.Contains($"charge:{gift.ChargeId}", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(page, ("Amount", "5"), ("Reason", ""))).Status);
        var refused = await browser.SendAsync(page, ("Amount", "5000"), ("Reason", "Too much."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(("5000", "Too much."), (refused.Value("Amount"), refused.Value("Reason")));
        var asked = await browser.SendAsync(page, ("Amount", "5"), ("Reason", "Paid twice."));
        Assert.Contains("€5.00", asked.Words("#sure"), StringComparison.Ordinal);
        Assert.False(await site.InDbAsync(db => db.RefundOrders.AnyAsync(o => o.DonationId == gift.Id)));
        Assert.Equal("5", (await browser.SendAsync(asked, ("change", "true"))).Value("Amount"));
        Assert.Equal(HttpStatusCode.Found, (await browser.SendAsync(asked, ("sure", "true"))).Status);
        await browser.SendAsync(asked, ("sure", "true"));
        await site.UntilAsync(gift.Token, DonationStatus.PartlyRefunded);
        await site.UntilQuietAsync();
        Assert.Equal(500, (await site.DonationAsync(gift.Token)).RefundedMinor);
        Assert.Equal(["Paid twice."], await site.InDbAsync(db => db.Trail.Where(t => t.SubjectId == gift.Id && t.Act == "RefundOrdered").Select(t => t.Words).ToListAsync()));

        var rest = await browser.SendAsync(await browser.GoAsync(path), ("Reason", "The rest too."));
        await browser.SendAsync(rest, ("sure", "true"));
        await site.UntilAsync(gift.Token, DonationStatus.Refunded);
        await site.UntilQuietAsync();
        Assert.DoesNotContain(Words.Of<Web.Texts.Administration>("en", "RefundNow"), (await browser.GoAsync(path)).Html.QuerySelectorAll("button").Select(b => b.TextContent));
    }

    [Fact]
    public async Task What_needs_a_person_is_tried_again_and_a_webhook_is_processed_again()
    {
        using var browser = await AdministratorAsync();
        var gift = await PaidAsync();
        await site.UntilQuietAsync();
        await site.InDbAsync(db => db.Outbox.Where(m => m.SubjectId == gift.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, MessageState.NeedsPerson).SetProperty(m => m.DoneAt, (DateTimeOffset?)null).SetProperty(m => m.LastError, "It was raining.")));
        var page = await browser.GoAsync("/administration/messages?queue=Outbox&state=NeedsPerson");
        Assert.Contains("It was raining.", page.Main, StringComparison.Ordinal);
        var token = page.Value("__RequestVerificationToken");
        Assert.Equal(HttpStatusCode.Found, (await browser.PostAsync("/administration/messages?handler=All", [new("__RequestVerificationToken", token)])).Status);
        await site.UntilQuietAsync();

        var done = await site.InDbAsync(db => db.Inbox.Where(m => m.ObjectId == gift.SessionId).OrderBy(m => m.Id).FirstAsync());
        var answer = await browser.PostAsync("/administration/messages?handler=Again", [new("__RequestVerificationToken", token), new("queue", "Inbox"), new("id", $"{done.Id}")]);
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        await SiteFixture.EventuallyAsync(() => site.InDbAsync(db => db.Inbox.AnyAsync(m => m.Id == done.Id && m.DoneAt > done.DoneAt)), "the webhook is processed again");
        Assert.Equal(DonationStatus.Paid, (await site.DonationAsync(gift.Token)).Status);
        Assert.True(await site.InDbAsync(db => db.Trail.AnyAsync(t => t.Act == "MessageTriedAgain" && t.Subject == done.Kind + " " + done.EventId)));
        answer = await browser.PostAsync("/administration/messages?handler=Again", [new("__RequestVerificationToken", token), new("queue", "Outbox"), new("id", "999999999")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Fact]
    public async Task A_job_is_run_now_and_leaves_its_run()
    {
        using var browser = await AdministratorAsync();
        var page = await browser.GoAsync("/administration/jobs");
        var before = await site.InDbAsync(db => db.JobRuns.CountAsync(r => r.Job == "ForgetTheOld"));
        Assert.Equal(HttpStatusCode.Found, (await browser.SendAsync(page, ("job", "ForgetTheOld"))).Status);
        await SiteFixture.EventuallyAsync(() => site.InDbAsync(async db => await db.JobRuns.CountAsync(r => r.Job == "ForgetTheOld") > before), "the run is kept");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(page, ("job", "Nonsense"))).Status);
    }

    [Fact]
    public async Task A_mail_leaves_a_record_without_its_words()
    {
        using var browser = await AdministratorAsync();
        var gift = await PaidAsync();
        await site.UntilQuietAsync();
        var record = await site.InDbAsync(db => db.MailRecords.SingleAsync(m => m.To == gift.Email));
        Assert.Equal((MailOutcome.Sent, "receipt", 1), (record.Outcome, record.Kind, record.Attempts));
        Assert.Contains(record.Subject, (await browser.GoAsync($"/administration/mails?q={gift.Email}")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(gift.Email, (await browser.GoAsync($"/administration/mails?q={gift.Email}&outcome=Rejected")).Words("main ul.plain"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GoAsync("/administration")).Status);
    }

    private async Task<Browser> AdministratorAsync() => await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Administrator));

    private async Task<Donation> PaidAsync()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var giver = site.Browse();
        var address = $"{UnguessableToken.Create().ToLowerInvariant().Replace('_', 'x').Replace('-', 'x')}@example.org";
        var sent = await giver.SendAsync(await giver.GoAsync(campaign.Give), ("amount", "25"), ("email", address));
        await site.Stripe.PayAsync(sent.Next!, Cards.Pays);
        var token = await site.InDbAsync(db => db.Donations.Where(d => d.Email == address).Select(d => d.Token).SingleAsync());
        await site.UntilAsync(token, DonationStatus.Paid);
        return await site.DonationAsync(token);
    }
}
