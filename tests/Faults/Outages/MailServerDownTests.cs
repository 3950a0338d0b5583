using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;
using Solidarity.Faults.Running;

namespace Solidarity.Faults.Outages;

public sealed class MailServerDownTests
{
    [Fact]
    public async Task The_receipt_waits_for_the_mail_server_and_then_arrives_once()
    {
        using var port = Port.Claim();
        await using var installation = await Installation.StartAsync(
            ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", port.Number.ToString(CultureInfo.InvariantCulture)), ("Smtp__Security", "None"), ("Smtp__From", "help@mail.example"));
        var gift = new PlannedGift(1, 2500, 200, AddFees: false, Paying.Card, Clicks: 1);
        await installation.Giver.GiveAsync(gift, "key-1", CancellationToken.None);
        await Installation.UntilAsync("the receipt was not tried in vain", async () => await ReceiptsAsync(installation, m => m.Attempts >= 1) == 1);

        await using var server = new SmtpServer(port.Number);
        await Installation.UntilAsync("the receipt did not leave", async () => await ReceiptsAsync(installation, m => m.State == MessageState.Done) == 1);
        // Whatever would send the first again has had its turn when the second has left.
        var next = gift with { Number = 2 };
        await installation.Giver.GiveAsync(next, "key-2", CancellationToken.None);
        await Installation.UntilAsync("the next receipt did not leave", async () => await ReceiptsAsync(installation, m => m.State == MessageState.Done) == 2);
        Assert.Equal(2, server.Taken.Count);
        var mail = Assert.Single(server.Taken, m => m.Contains(gift.Email, StringComparison.Ordinal));
        Assert.Contains($"To: {gift.Email}", mail.Replace("<", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("application/pdf", mail, StringComparison.Ordinal);
    }

    private static async Task<int> ReceiptsAsync(Installation installation, Expression<Func<OutboxMessage, bool>> which)
    {
        await using var db = installation.Site.Database();
        return await db.Outbox.Where(m => m.Kind == OutboxKinds.ReceiptMail).CountAsync(which);
    }
}
