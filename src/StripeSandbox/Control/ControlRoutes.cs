using System.Globalization;

namespace Solidarity.StripeSandbox.Control;

/// <summary>What Stripe does not have: <c>/sandbox/*</c>, for tests and the demo. No key is asked for.</summary>
internal static class ControlRoutes
{
    private const long LatestSecond = 9_999_999_999;

    public static void MapControl(this WebApplication app)
    {
        app.MapGet("/sandbox/health", (Sandbox sandbox, WebhookSender sender) => sandbox.Do(work => Health(work, sender)));
        app.MapGet("/sandbox/books", (Sandbox sandbox, string? account) => sandbox.Do(work => BooksReport.Of(work, account)));
        app.MapGet("/sandbox/clock", (SandboxClock clock) => Answer.Ok(Clock(clock)));
        app.MapPost("/sandbox/clock", Controlled(SetClock));
        app.MapPost("/sandbox/reset", (Sandbox sandbox, WebhookSender sender, Chaos chaos) => Reset(sandbox, sender, chaos));
        app.MapGet("/sandbox/chaos", (Chaos chaos) => Answer.Ok(chaos.Now.Render()));
        app.MapPost("/sandbox/chaos", async (HttpRequest request, Chaos chaos) => SetChaos(chaos, await PostedForm.Read(request)));
        app.MapGet("/sandbox/webhook", (Sandbox sandbox, WebhookTarget target, WebhookSender sender) => sandbox.Do(work => WebhookReport(work, target, sender)));
        app.MapPost("/sandbox/webhook", async (HttpRequest request, Sandbox sandbox, WebhookTarget target) =>
            SetWebhook(sandbox, target, await PostedForm.Read(request)));
        app.MapPost("/sandbox/disputes", Controlled(Decisions.OpenDispute));
        app.MapPost("/sandbox/fees", Controlled(Decisions.Fee));
        app.MapPost("/sandbox/disputes/{id}", Controlled(Decisions.Dispute));
        app.MapPost("/sandbox/accounts/{id}", Controlled(Decisions.Account));
        app.MapPost("/sandbox/payouts", Controlled(Decisions.Payouts));
        app.MapPost("/sandbox/payouts/{id}", Controlled(Decisions.Payout));
    }

    /// <summary>An address whose form is handled as one piece of work.</summary>
    private static Func<HttpContext, Sandbox, Task<IResult>> Controlled(Func<Work, string, IFormCollection, IResult> action) => async (http, sandbox) =>
    {
        var posted = await PostedForm.Read(http.Request);
        return sandbox.Do(work => action(work, http.GetRouteValue("id")?.ToString() ?? "", posted));
    };

    private static IResult Health(Work work, WebhookSender sender) => Answer.Ok(new JsonObject
    {
        ["status"] = "ok",
        ["api_version"] = StripeVersion.Spoken,
        ["account"] = work.Store.PlatformId,
        ["now"] = work.Now,
        ["objects"] = work.Store.Count,
        ["webhooks_waiting"] = sender.Waiting,
    });

    private static JsonObject Clock(SandboxClock clock) => new()
    {
        ["now"] = clock.Now,
        ["offset_seconds"] = clock.OffsetSeconds,
        ["real"] = clock.OffsetSeconds == 0,
    };

    private static IResult SetClock(Work work, string id, IFormCollection posted)
    {
        var clock = work.Clock;
        var offset = clock.OffsetSeconds;
        if (posted["real"] == "true") offset = 0;
        else if (Seconds(posted, "to") is { } to) offset = to - clock.Real.GetUtcNow().ToUnixTimeSeconds();
        else if (Seconds(posted, "advance") is { } advance) offset += advance;
        else return Answer.Refused("Say to=<unix seconds>, advance=<seconds> or real=true.");
        if (clock.Real.GetUtcNow().ToUnixTimeSeconds() + offset is < 0 or > LatestSecond) return Answer.Refused("That is not between 1970 and 2286.");
        clock.OffsetSeconds = offset;
        var kept = work.Store.Find<ClockSetting>(ClockSetting.TheId) ?? new ClockSetting { Id = ClockSetting.TheId, Account = "", Created = 0 };
        kept.OffsetSeconds = offset;
        work.Save(kept);
        // The form of the front page comes back to it.
        return posted["home"] == "true" ? Results.Redirect("/") : Answer.Ok(Clock(clock));
    }

    private static long? Seconds(IFormCollection posted, string name) =>
        long.TryParse(posted[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? Math.Clamp(value, -LatestSecond, LatestSecond) : null;

    private static IResult Reset(Sandbox sandbox, WebhookSender sender, Chaos chaos)
    {
        chaos.Set(new());
        sandbox.Reset();
        sender.Forget();
        return Answer.Ok(new JsonObject { ["status"] = "reset" });
    }

    private static IResult SetChaos(Chaos chaos, IFormCollection posted)
    {
        chaos.Set(ChaosSetting.Read(posted));
        return Answer.Ok(chaos.Now.Render());
    }

    private static IResult WebhookReport(Work work, WebhookTarget target, WebhookSender sender) => Answer.Ok(new JsonObject
    {
        ["url"] = target.Current.Url,
        ["has_secret"] = !string.IsNullOrEmpty(target.Current.Secret),
        ["waiting"] = work.Store.Undelivered.All.Count(found => found.Webhook == WebhookState.Waiting),
        ["missed"] = work.Store.Undelivered.All.Count(found => found.Webhook == WebhookState.Missed),
        ["last_failure"] = sender.LastFailure,
    });

    private static IResult SetWebhook(Sandbox sandbox, WebhookTarget target, IFormCollection posted)
    {
        var url = posted["url"].ToString();
        if (url.Length > 0 && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is ("http" or "https")))
            return Answer.Refused("url must be an http address, or empty for no webhooks.");
        target.Set(url, posted["secret"].ToString());
        sandbox.Do(work =>
        {
            var kept = work.Store.Find<WebhookSetting>(WebhookSetting.TheId) ?? new WebhookSetting { Id = WebhookSetting.TheId, Account = "", Created = 0 };
            (kept.Url, kept.Secret) = (target.Current.Url, target.Current.Secret);
            work.Save(kept);
        });
        return Answer.Ok(new JsonObject { ["url"] = target.Current.Url, ["has_secret"] = !string.IsNullOrEmpty(target.Current.Secret) });
    }
}
