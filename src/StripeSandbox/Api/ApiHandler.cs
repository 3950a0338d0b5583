using System.Security.Cryptography;
using System.Text;

namespace Solidarity.StripeSandbox.Api;

/// <summary>What every API request goes through: sign-in, strict parameters, idempotency, the work, the answer.</summary>
internal sealed class ApiHandler(Sandbox sandbox, Chaos chaos, SandboxClock clock, Settings settings)
{
    /// <summary>Longer than any client of ours waits.</summary>
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(30);

    private readonly KeysInUse keysInUse = new();

    private sealed record Answer(int Status, string Body)
    {
        public string? ReplayOf { get; init; }
    }

    public async Task Handle(HttpContext http, ApiRoute endpoint)
    {
        var requestId = Ids.New("req_", 14);
        Answer answer;
        try
        {
            if (chaos.Now.Down) throw new StripeError(503, "api_error", "The sandbox plays dead: POST /sandbox/chaos ends it.");
            if (chaos.LimitsNow()) throw new StripeError(429, "invalid_request_error", "The sandbox has too many requests on purpose; nothing is done.") { Code = "rate_limit" };
            Caller.Authenticate(http.Request);
            settings.PublicUrl ??= $"{http.Request.Scheme}://{http.Request.Host}";
            var form = await FormNode.Read(http.Request);
            endpoint.Shape.Check(form);
            Expansion.Check(new Params(form).Texts("expand"));
            answer = endpoint.Method == "POST" && http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key
                ? await Once(http, endpoint, form, requestId, key)
                : await Run(http, endpoint, form, requestId, null);
            if (endpoint.Method == "POST" && chaos.FailsNow())
                answer = new(500, new StripeError(500, "api_error", "The sandbox loses this answer on purpose; the work is done.").Render().ToJsonString());
        }
        catch (StripeError refusal)
        {
            answer = new(refusal.Status, refusal.Render().ToJsonString());
        }

        if (endpoint.Method != "POST" || !await IsLostAsync(http))
            await Write(http, answer, requestId);
    }

    /// <summary>Breaks the connection, at once or after a long silence, where that is wished for: the work is done, and nobody hears of it.</summary>
    private async Task<bool> IsLostAsync(HttpContext http)
    {
        var hangs = chaos.HangsNow();
        if (!hangs && !chaos.ResetsNow())
            return false;
        if (hangs)
            await Task.Delay(Hanging, clock.Real, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        http.Abort();
        return true;
    }

    /// <summary>The same key and parameters get the first answer again; https://docs.stripe.com/api/idempotent_requests.</summary>
    private async Task<Answer> Once(HttpContext http, ApiRoute endpoint, FormNode form, string requestId, string key)
    {
        if (key.Length > 255) throw Refuse.Malformed("Idempotency keys can be at most 255 characters long.");
        var account = sandbox.Do(work => Caller.AccountOf(http.Request, work.Store));
        var id = RememberedAnswer.IdOf(account, key);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{endpoint.Method} {http.Request.Path} {form.Canonical()}")));
        using var reserved = keysInUse.Reserve(id, key);
        if (sandbox.Do(work => work.Store.Find<RememberedAnswer>(id)) is not { } first)
            return await Run(http, endpoint, form, requestId, (id, key, fingerprint));
        if (first.Fingerprint != fingerprint)
            throw new StripeError(400, "idempotency_error", $"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '{key}' if you meant to execute a different request.");
        return new(first.Status, first.Body) { ReplayOf = first.RequestId };
    }

    private async Task<Answer> Run(HttpContext http, ApiRoute endpoint, FormNode form, string requestId, (string Id, string Key, string Fingerprint)? idempotency)
    {
        if (chaos.Now.SlowMilliseconds is > 0 and var slow)
            await Task.Delay(TimeSpan.FromMilliseconds(slow), clock.Real, http.RequestAborted);
        return sandbox.Do(
            work =>
            {
                var account = Caller.AccountOf(http.Request, work.Store);
                var answer = Execute(new Call(work, new Params(form), account, http.GetRouteValue("id")?.ToString() ?? ""), endpoint);
                if (idempotency is { } once)
                    work.Save(new RememberedAnswer { Id = once.Id, Account = account, Created = work.Now, Fingerprint = once.Fingerprint, Status = answer.Status, Body = answer.Body, RequestId = requestId });
                return answer;
            },
            requestId,
            idempotency?.Key);
    }

    /// <summary>A refusal of the work itself is an answer like any other, and is remembered; one of its form is not.</summary>
    private static Answer Execute(Call call, ApiRoute endpoint)
    {
        try
        {
            var answer = endpoint.Answer(call);
            Expansion.Apply(answer, call.Params.Texts("expand"), call.Work.View);
            return new(200, answer.ToJsonString());
        }
        catch (StripeError refusal) when (!refusal.BeforeExecution)
        {
            return new(refusal.Status, refusal.Render().ToJsonString());
        }
    }

    private static async Task Write(HttpContext http, Answer answer, string requestId)
    {
        var (request, response) = (http.Request, http.Response);
        response.StatusCode = answer.Status;
        response.ContentType = "application/json";
        response.Headers["Request-Id"] = requestId;
        response.Headers["Stripe-Version"] = StripeVersion.Of(request);
        if (request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key && Ascii.IsValid(key)) response.Headers["Idempotency-Key"] = key;
        if (answer.ReplayOf is not null)
        {
            response.Headers["Idempotent-Replayed"] = "true";
            response.Headers["Original-Request"] = answer.ReplayOf;
        }

        await response.WriteAsync(answer.Body, http.RequestAborted);
    }
}
