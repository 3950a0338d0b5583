namespace Solidarity.StripeSandbox.Control;

/// <summary>The front page, in English: only developers see it.</summary>
internal static class HomeRoutes
{
    public static void MapHome(this WebApplication app)
    {
        app.MapGet("/", (HttpRequest request, Sandbox sandbox, WebhookTarget target, Settings settings) =>
            sandbox.Do(work => Home(work, target.Current.Url, settings)));
        app.MapGet(Layout.StylePath, (HttpResponse response) =>
        {
            response.Headers.CacheControl = "public, max-age=3600";
            return Results.Text(Layout.Style, "text/css; charset=utf-8");
        });
    }

    private static IResult Home(Work work, string? webhook, Settings settings) => Layout.Page(Language.English, "Stripe sandbox", Html.Of($"""
        <section>
        <h1>Stripe sandbox</h1>
        <p>This program speaks Stripe’s HTTP API ({StripeVersion.Spoken}) under <code>/v1/</code>, shows the payment pages and sends signed
        webhooks. It is for trying and testing: no money moves, and any key that begins with <code>sk_test_</code> is let in.</p>
        <table>
        <tbody>
        <tr><th scope="row">Platform account</th><td><code>{work.Store.PlatformId}</code></td></tr>
        <tr><th scope="row">Clock</th><td>{work.Clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)} UTC</td></tr>
        <tr><th scope="row">Webhooks go to</th><td><code>{webhook ?? "nowhere"}</code></td></tr>
        <tr><th scope="row">Kept in</th><td><code>{(settings.DataFolder.Length == 0 ? "memory" : settings.DataFolder)}</code></td></tr>
        </tbody>
        </table>
        </section>
        <section>
        <h2>Move time</h2>
        <p>Money becomes available after days, and payouts leave then. The site’s own clock does not move.</p>
        <form method="post" action="/sandbox/clock">
        <input type="hidden" name="home" value="true">
        <p><button name="advance" value="3600">An hour on</button> <button name="advance" value="86400">A day on</button>
        <button name="advance" value="604800">A week on</button> <button name="real" value="true">Back to the real time</button></p>
        </form>
        </section>
        <section>
        <h2>Look inside</h2>
        <ul>
        <li><a href="/sandbox/books">Books: every balance transaction</a></li>
        <li><a href="/sandbox/webhook">Webhooks: waiting, missed, last failure</a></li>
        <li><a href="/sandbox/chaos">Chaos: what goes wrong on purpose</a></li>
        <li><a href="/sandbox/health">Health</a></li>
        </ul>
        </section>
        """));
}
