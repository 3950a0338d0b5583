namespace Solidarity.StripeSandbox.Checkout;

/// <summary>
/// The hosted payment page at a session's <c>url</c>. Its form posts to the same address without any hidden token: scripts
/// may post the same fields.
/// </summary>
internal static class CheckoutRoutes
{
    public static void MapCheckout(this WebApplication app)
    {
        app.MapGet("/c/pay/{id}", (string id, HttpRequest request, Sandbox sandbox) => sandbox.Do(work => Show(work, id, request)));
        app.MapPost("/c/pay/{id}", async (string id, HttpRequest request, Sandbox sandbox) =>
        {
            var posted = await PostedForm.Read(request);
            return sandbox.Do(work => Pay(work, id, request, posted));
        });
        app.MapGet("/c/pay/{id}/bank", (string id, HttpRequest request, Sandbox sandbox) => sandbox.Do(work => ThreeDSecure.Show(work, id, request)));
        app.MapPost("/c/pay/{id}/bank", async (string id, HttpRequest request, Sandbox sandbox) =>
        {
            var posted = await PostedForm.Read(request);
            return sandbox.Do(work => ThreeDSecure.Answer(work, id, request, posted["answer"] == "authorise"));
        });
    }

    /// <summary>Where a session that is no longer open leads, or null while it is open.</summary>
    public static IResult? Closed(Session session, Language language) => session.Status switch
    {
        "complete" => SeeOther(session.SuccessAddress),
        "expired" => ClosedPage.Expired(session, language),
        _ => null,
    };

    public static IResult SeeOther(string address) => new SeeOtherResult(address);

    private static IResult Show(Work work, string id, HttpRequest request)
    {
        var session = work.Store.Find<Session>(id);
        var language = Language.Choose(session?.Locale, request);
        if (session is null) return ClosedPage.Missing(language);
        if (session.Status == "complete") return ClosedPage.Done(session, language);
        if (Closed(session, language) is { } closed) return closed;
        var failure = work.Store.Find<Intent>(session.IntentId)?.LastError;
        return CheckoutPage.Of(session, PaymentForm.Empty(session), failure, language);
    }

    private static IResult Pay(Work work, string id, HttpRequest request, IFormCollection posted)
    {
        var session = work.Store.Find<Session>(id);
        var language = Language.Choose(session?.Locale, request);
        if (session is null) return ClosedPage.Missing(language);
        if (Closed(session, language) is { } closed) return closed;
        var form = PaymentForm.Read(posted, session);
        if (form.Check(work.Clock.GetUtcNow()) is not { } method) return CheckoutPage.Of(session, form, null, language);
        var intent = Attempt.Make(work, session, method)!;
        return intent.Status switch
        {
            "requires_action" => SeeOther(ThreeDSecure.PathOf(intent)),
            "succeeded" or "processing" => SeeOther(session.SuccessAddress),
            _ => CheckoutPage.Of(session, form, intent.LastError, language),
        };
    }
}
