using Microsoft.Extensions.Diagnostics.HealthChecks;
using Solidarity.Jobs.Mail;

namespace Solidarity.Web.Watching.Health;

/// <summary>Whether the mail server takes our sign-in.</summary>
internal sealed class MailCheck(SmtpTransport smtp) : AskedRarely
{
    protected override async Task<HealthCheckResult> AskAsync(CancellationToken cancel)
    {
        await smtp.CheckAsync(cancel);
        return HealthCheckResult.Healthy("The mail server takes our sign-in.");
    }

    protected override string Silent(Exception e) =>
        e is MailNotSent ? "The mail server does not let us in: see the section Smtp of the settings. Mail waits." : "The mail server cannot be reached. Mail waits.";
}
