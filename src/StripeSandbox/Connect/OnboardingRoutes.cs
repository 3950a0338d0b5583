namespace Solidarity.StripeSandbox.Connect;

/// <summary>The hosted pages of connected accounts: onboarding, and what stands for the partner's dashboard.</summary>
internal static class OnboardingRoutes
{
    public static void MapOnboarding(this WebApplication app)
    {
        app.MapGet("/setup/{id}", (string id, HttpRequest request, Sandbox sandbox) => sandbox.Do(work => Show(work, id, request)));
        app.MapPost("/setup/{id}", async (string id, HttpRequest request, Sandbox sandbox) =>
        {
            var posted = await PostedForm.Read(request);
            return sandbox.Do(work => End(work, id, posted["end"].ToString(), request));
        });
        app.MapGet("/express/{id}", (string id, HttpRequest request, Sandbox sandbox) => sandbox.Do(work => Dashboard(work, id, request)));
    }

    private static IResult Show(Work work, string id, HttpRequest request)
    {
        var language = Language.Choose(null, request);
        if (work.Store.Find<OnboardingLink>(id) is not { } link) return ClosedPage.Missing(language);
        if (!link.IsGood(work.Now)) return CheckoutRoutes.SeeOther(link.RefreshUrl);
        var account = work.Store.Get<Account>(link.AccountId);
        return Layout.Page(language, language["onboard-title"], Html.Of($"""
            <section>
            <h1>{language["onboard-title"]}</h1>
            <p>{language["onboard-text"]}</p>
            <table>
            <tbody>
            <tr><th scope="row">{language["onboard-name"]}</th><td>{account.Name ?? account.Email ?? "–"}</td></tr>
            <tr><th scope="row">{language["onboard-account"]}</th><td><code>{account.Id}</code></td></tr>
            </tbody>
            </table>
            <form method="post">
            {Html.Each(OnboardingEnd.All, end => Button(end, language))}
            </form>
            <p class="back"><a href="{link.ReturnUrl}">{language["onboard-later"]}</a></p>
            </section>
            """));
    }

    private static Html Button(OnboardingEnd end, Language language) => Html.Of($"""
        <p>
        <button{Html.When(end != OnboardingEnd.Complete, () => new(" class=\"quiet\""))} name="end" value="{end.Name}" aria-describedby="about-{end.Name}">{language["onboard-" + end.Name]}</button>
        <span class="hint" id="about-{end.Name}">{language[$"onboard-{end.Name}-text"]}</span>
        </p>

        """);

    /// <summary>Without a choice everything is given.</summary>
    private static IResult End(Work work, string id, string chosen, HttpRequest request)
    {
        var end = chosen.Length == 0 ? OnboardingEnd.Complete : OnboardingEnd.Named(chosen);
        if (work.Store.Find<OnboardingLink>(id) is not { } link || end is null) return ClosedPage.Missing(Language.Choose(null, request));
        if (!link.IsGood(work.Now)) return CheckoutRoutes.SeeOther(link.RefreshUrl);
        link.Used = true;
        work.Save(link);
        var account = work.Store.Get<Account>(link.AccountId);
        account.EndOnboarding(end);
        account.Updated(work);
        return CheckoutRoutes.SeeOther(link.ReturnUrl);
    }

    private static IResult Dashboard(Work work, string id, HttpRequest request)
    {
        var language = Language.Choose(null, request);
        if (work.Store.Find<Account>(id) is not { IsPlatform: false } account) return ClosedPage.Missing(language);
        var ledger = work.Store.Ledger;
        return Layout.Page(language, language["login-title"], Html.Of($"""
            <section>
            <h1>{account.Name ?? account.Email ?? account.Id}</h1>
            <p>{language["login-text"]}</p>
            <table>
            <thead><tr><th scope="col">{language["available"]}</th><th scope="col">{language["pending"]}</th></tr></thead>
            <tbody>{Html.Each(ledger.Currencies(id).DefaultIfEmpty(account.DefaultCurrency), currency => Html.Of($"""
            <tr><td>{language.Money(ledger.Available(id, currency, work.Now), currency)}</td><td>{language.Money(ledger.Pending(id, currency, work.Now), currency)}</td></tr>
            """))}</tbody>
            </table>
            </section>
            """));
    }
}
