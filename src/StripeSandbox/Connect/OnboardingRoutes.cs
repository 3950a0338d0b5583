namespace Solidarity.StripeSandbox.Connect;

/// <summary>The hosted pages of connected accounts: onboarding, and what stands for the partner's dashboard.</summary>
internal static class OnboardingRoutes
{
    public static void MapOnboarding(this WebApplication app)
    {
        app.MapGet("/setup/{id}", (string id, HttpRequest request, Sandbox sandbox) => sandbox.Do(work => Show(work, id, request)));
        app.MapPost("/setup/{id}", (string id, Sandbox sandbox) => sandbox.Do(work => Complete(work, id)));
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
            <form method="post"><p><button>{language["onboard-button"]}</button></p></form>
            <p class="back"><a href="{link.ReturnUrl}">{language["onboard-later"]}</a></p>
            </section>
            """));
    }

    private static IResult Complete(Work work, string id)
    {
        if (work.Store.Find<OnboardingLink>(id) is not { } link) return Results.NotFound();
        if (!link.IsGood(work.Now)) return CheckoutRoutes.SeeOther(link.RefreshUrl);
        link.Used = true;
        work.Save(link);
        work.Store.Get<Account>(link.AccountId).CompleteOnboarding(work);
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
