using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Payments.Webhooks;
using Solidarity.Web.People;

namespace Solidarity.Web.Webhooks;

/// <summary>Takes Stripe's events: verified, stored, answered; then worked on.</summary>
public static class StripeWebhook
{
    public static void MapStripeWebhook(this IEndpointRouteBuilder app) => app.MapPost("/webhooks/stripe", ReceiveAsync)
        .DisableAntiforgery().ExcludeFromDescription().ForEveryone();

    private static async Task<IResult> ReceiveAsync(HttpRequest request, ReceiveWebhook receive, IWakeJobs wake, CancellationToken cancel)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(cancel);
        // What has been read is stored even if Stripe hangs up.
        var outcome = await receive.RunAsync(body, request.Headers["Stripe-Signature"]);
        if (outcome == WebhookOutcome.Refused)
            return Results.BadRequest();
        if (outcome == WebhookOutcome.Stored)
            wake.Wake<ProcessInbox>();
        return Results.Ok();
    }
}
