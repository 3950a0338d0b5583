namespace Solidarity.StripeSandbox.Checkout;

/// <summary>What the page says when there is nothing to pay.</summary>
internal static class ClosedPage
{
    public static IResult Expired(Session session, Language language) =>
        Of(language, "expired-title", "expired-text", session.CancelUrl ?? session.SuccessUrl.Split('?')[0], 410);

    public static IResult Done(Session session, Language language) =>
        Of(language, "done-title", "done-text", session.SuccessAddress, 200);

    public static IResult Missing(Language language) => Of(language, "missing-title", "missing-text", null, 404);

    private static IResult Of(Language language, string title, string text, string? back, int status) => Layout.Page(
        language,
        language[title],
        Html.Of($"""
            <section>
            <h1>{language[title]}</h1>
            <p>{language[text]}</p>
            {Html.When(back is not null, () => Html.Of($"""<p class="back"><a href="{back}">{language["back"]}</a></p>"""))}
            </section>
            """),
        status);
}
