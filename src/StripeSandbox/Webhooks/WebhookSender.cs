using System.Net.Http.Headers;
using System.Text;

namespace Solidarity.StripeSandbox.Webhooks;

/// <summary>Posts events to the site, signed, up to eight at a time, until each is answered with 2xx within ten seconds.</summary>
internal sealed class WebhookSender(Sandbox sandbox, WebhookTarget target, Chaos chaos, SandboxClock clock, ILogger<WebhookSender> log) : BackgroundService
{
    private const int AtATime = 8;

    private readonly Deliveries deliveries = new(clock.Real);
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    public int Waiting => deliveries.Count;

    public string? LastFailure { get; private set; }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        sandbox.EventsStored += Plan;
        Plan(sandbox.Do(work => work.Store.Undelivered.All.Where(found => found.Webhook == WebhookState.Waiting).ToList()));
        return base.StartAsync(cancellationToken);
    }

    public void Forget() => deliveries.Clear();

    public override void Dispose()
    {
        client.Dispose();
        deliveries.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => Task.Run(() => SendForEver(stoppingToken), stoppingToken)));

    private void Plan(IReadOnlyList<StripeEvent> events)
    {
        foreach (var found in events.Where(found => found.Webhook == WebhookState.Waiting))
        {
            deliveries.Add(new(found.Id), chaos.Delay());
            if (chaos.DoublesNow()) deliveries.Add(new(found.Id), chaos.Delay());
        }
    }

    private async Task SendForEver(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var delivery = await deliveries.Take(stop);
            if (await Send(delivery, stop)) continue;
            deliveries.Add(delivery with { Attempts = delivery.Attempts + 1 }, delivery.PauseAfterFailure);
        }
    }

    /// <summary>Whether there is nothing more to do for this delivery.</summary>
    private async Task<bool> Send(Delivery delivery, CancellationToken stop)
    {
        var body = sandbox.Do(work => work.Store.Find<StripeEvent>(delivery.EventId)?.Render(work.View).ToJsonString());
        if (body is null) return true;
        var endpoint = target.Current;
        if (!endpoint.IsSet) return false;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url);
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8"));
            request.Headers.UserAgent.ParseAdd("Stripe/1.0");
            request.Headers.Add("Stripe-Signature", Signature.Header(body, endpoint.Secret!, clock.Real.GetUtcNow().ToUnixTimeSeconds()));
            using var response = await client.SendAsync(request, stop);
            if (!response.IsSuccessStatusCode) return Failed(delivery, $"answered {(int)response.StatusCode}");
        }
        catch (Exception failure) when (failure is HttpRequestException or UriFormatException or InvalidOperationException
            || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return Failed(delivery, failure.Message);
        }

        sandbox.Do(work => MarkDelivered(work, delivery.EventId));
        return true;
    }

    private static void MarkDelivered(Work work, string eventId)
    {
        if (work.Store.Find<StripeEvent>(eventId) is { IsUndelivered: true } found)
            work.Save(new DeliveredMark { Id = "delivered:" + eventId, Account = found.Account, Created = work.Now, EventId = eventId });
    }

    private bool Failed(Delivery delivery, string why)
    {
        LastFailure = $"{delivery.EventId}, attempt {delivery.Attempts + 1}: {why}";
        if (delivery.Attempts == 0) log.LogWarning("Webhook {Failure}; it will be tried again.", LastFailure);
        return false;
    }
}
