using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;
using Solidarity.Faults.Running;

namespace Solidarity.Faults.Outages;

public sealed class MailServerDownTests
{
    [Fact]
    public async Task The_receipt_waits_for_the_mail_server_and_then_arrives_once()
    {
        using var port = Port.Claim(5190);
        await using var installation = await Installation.StartAsync(
            ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", port.Number.ToString(CultureInfo.InvariantCulture)), ("Smtp__Security", "None"), ("Smtp__From", "help@mail.example"));
        var gift = new PlannedGift(1, 2500, 200, AddFees: false, Paying.Card, Clicks: 1);
        await installation.Giver.GiveAsync(gift, "key-1", CancellationToken.None);
        await Installation.UntilAsync("the receipt was not tried in vain", async () => (await ReceiptAsync(installation))?.LastError is not null);

        await using var server = new SmtpServer(port.Number);
        await Installation.UntilAsync("the receipt did not leave", async () => (await ReceiptAsync(installation))?.State == MessageState.Done);
        // Long enough for whatever would send it again.
        await Task.Delay(TimeSpan.FromSeconds(6));
        var mail = Assert.Single(server.Taken);
        Assert.Contains($"To: {gift.Email}", mail.Replace("<", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("application/pdf", mail, StringComparison.Ordinal);
    }

    private static async Task<OutboxMessage?> ReceiptAsync(Installation installation)
    {
        await using var db = installation.Site.Database();
        return await db.Outbox.AsNoTracking().SingleOrDefaultAsync(m => m.Kind == OutboxKinds.ReceiptMail);
    }
}
