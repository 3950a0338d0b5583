using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Solidarity.Domain;
using Solidarity.Domain.Mails;
using Solidarity.Jobs.Watching;

namespace Solidarity.Jobs.Mail;

/// <summary>Keeps whom a mail went to and how that ended, never its words. A record that cannot be kept stops no mail.</summary>
public sealed class RecordedTransport(IMailTransport carrier, IServiceScopeFactory scopes, TimeProvider clock, ILogger<RecordedTransport> log) : IMailTransport
{
    private const int LongestSubject = 500;
    private const int LongestError = 2000;

    public async Task SendAsync(Mail mail, CancellationToken ct)
    {
        try
        {
            await carrier.SendAsync(mail, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            await KeepAsync(mail, e is MailRejected ? MailOutcome.Rejected : MailOutcome.Failed, e.Message);
            throw;
        }

        await KeepAsync(mail, MailOutcome.Sent, null);
    }

    private async Task KeepAsync(Mail mail, MailOutcome outcome, string? error)
    {
        MailFigures.Count(outcome);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await KeepAsync(scope.ServiceProvider.GetRequiredService<SolidarityDb>(), mail, outcome, Cut(error, LongestError));
        }
        catch (Exception e)
        {
            log.LogWarning(e, "The record of mail {MessageId} could not be kept.", mail.MessageId);
        }
    }

    /// <summary>One row a message: a mail server that is down for a day leaves no row for each try.</summary>
    private async Task KeepAsync(SolidarityDb db, Mail mail, MailOutcome outcome, string? error)
    {
        var now = clock.GetUtcNow();
        var known = await db.MailRecords.Where(m => m.MessageId == mail.MessageId && m.To == mail.To).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.At, now)
            .SetProperty(m => m.Outcome, outcome)
            .SetProperty(m => m.Error, error)
            .SetProperty(m => m.Attempts, m => m.Attempts + 1));
        if (known > 0)
            return;
        db.MailRecords.Add(new MailRecord
        {
            MessageId = mail.MessageId,
            Kind = mail.MessageId.IndexOf('-', StringComparison.Ordinal) is > 0 and <= 64 and var end ? mail.MessageId[..end] : null,
            To = mail.To,
            Subject = Cut(mail.Subject, LongestSubject)!,
            Language = mail.Language,
            At = now,
            Outcome = outcome,
            Error = error,
        });
        await db.SaveChangesAsync();
    }

    private static string? Cut(string? text, int most) => text?.Length > most ? text[..most] : text;
}
