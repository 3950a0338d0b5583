using System.Globalization;

namespace Solidarity.StripeSandbox.Checkout;

/// <summary>The page that stands for the bank's question (https://docs.stripe.com/payments/3d-secure).</summary>
internal static class ThreeDSecure
{
    public static string PathOf(Intent intent) => $"/c/pay/{intent.SessionId ?? intent.Id}/bank";

    public static IResult Show(Work work, string id, HttpRequest request)
    {
        var session = work.Store.Find<Session>(id);
        var language = Language.Choose(session?.Locale, request);
        if (session is null) return ClosedPage.Missing(language);
        if (CheckoutRoutes.Closed(session, language) is { } closed) return closed;
        if (work.Store.Find<Intent>(session.IntentId) is not { Status: "requires_action" } intent) return CheckoutRoutes.SeeOther(session.Path);
        var text = string.Format(CultureInfo.InvariantCulture, language["bank-text"], language.Money(session.Total, session.Currency), intent.Method!.Number[^4..]);
        return Layout.Page(language, language["bank-title"], Html.Of($"""
            <section>
            <h1>{language["bank-title"]}</h1>
            <p>{text}</p>
            <form method="post">
            <button name="answer" value="authorise">{language["bank-yes"]}</button>
            <button name="answer" value="refuse" class="quiet">{language["bank-no"]}</button>
            </form>
            </section>
            """));
    }

    public static IResult Answer(Work work, string id, HttpRequest request, bool authorised)
    {
        var session = work.Store.Find<Session>(id);
        var language = Language.Choose(session?.Locale, request);
        if (session is null) return ClosedPage.Missing(language);
        if (session.IntentId is not null) Attempt.Authenticate(work, session, work.Store.Get<Intent>(session.IntentId), authorised);
        return CheckoutRoutes.Closed(session, language) ?? CheckoutRoutes.SeeOther(session.Path);
    }
}
