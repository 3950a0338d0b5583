using System.Globalization;

namespace Solidarity.StripeSandbox.Checkout;

/// <summary>The payment page: what is paid for, a form for cards, one for direct debits, the test numbers.</summary>
internal static class CheckoutPage
{
    public static IResult Of(Session session, PaymentForm form, PaymentFailure? failure, Language language)
    {
        var gives = session.SubmitType == "donate";
        var total = language.Money(session.Total, session.Currency);
        var title = $"{language[gives ? "donate-title" : "pay-title"]} {total}";
        var body = Html.Of($"""
            {Problems(form, failure, language)}
            <h1>{language[gives ? "your-gift" : "to-pay"]}</h1>
            <p class="total">{total}</p>
            {Lines(session, language)}
            {Html.When(Takes(session, "card"), () => CardSection(form, language, Button(language, gives ? "donate-button" : "pay-button", total)))}
            {Html.When(Takes(session, "sepa_debit"), () => DebitSection(form, language, Button(language, "debit-button", total)))}
            {TestNumbers.Section(language, Takes(session, "sepa_debit"))}
            {Html.When(session.CancelUrl is not null, () => Html.Of($"""<p class="back"><a href="{session.CancelUrl}">{language["cancel"]}</a></p>"""))}
            """);
        return Layout.Page(language, form.Errors.Count > 0 ? $"{language["check-form"]}: {title}" : title, body, Status(form, failure));
    }

    /// <summary>A page that asks again is not a success: 422 for a wrong form, 402 for a declined payment.</summary>
    private static int Status(PaymentForm form, PaymentFailure? failure) => form.Errors.Count > 0 ? 422 : failure is not null && form.Number.Length > 0 ? 402 : 200;

    /// <summary>Methods that have no form here fall back to the card's, so that a session can always be paid.</summary>
    private static bool Takes(Session session, string method) =>
        session.MethodTypes.Contains(method) || (method == "card" && !session.MethodTypes.Contains("sepa_debit"));

    private static Html Problems(PaymentForm form, PaymentFailure? failure, Language language)
    {
        if (form.Errors.Count > 0)
            return Html.Of($"""
                <div class="alert" role="alert">
                <h2>{language["check-form"]}</h2>
                <ul>{Html.Each(form.Errors, error => Html.Of($"""<li><a href="#{FieldId(form, error.Key)}">{language[error.Value]}</a></li>"""))}</ul>
                </div>
                """);
        return failure is null ? Html.Nothing : Html.Of($"""
            <div class="alert" role="alert">
            <h2>{language["not-paid"]}</h2>
            <p>{language[TextOf(failure)]} {language["try-another"]}</p>
            </div>
            """);
    }

    private static string TextOf(PaymentFailure failure) => (failure.Code, failure.DeclineCode) switch
    {
        ("payment_intent_authentication_failure", _) => "not-authenticated",
        (_, "insufficient_funds" or "expired_card" or "incorrect_cvc" or "processing_error" or "test_mode_live_card") => failure.DeclineCode,
        _ => "declined",
    };

    private static Html Lines(Session session, Language language) => Html.Of($"""
        <ul class="lines">{Html.Each(session.Lines, line => Html.Of($"""
        <li><span>{line.Name}{Html.When(line.Quantity > 1, () => Html.Of($" × {line.Quantity}"))}{Html.When(line.Description is not null, () => Html.Of($"<small>{line.Description}</small>"))}</span>
        <span>{language.Money(line.Amount, session.Currency)}</span></li>
        """))}</ul>
        """);

    private static Html CardSection(PaymentForm form, Language language, Html button) => Html.Of($"""
        <section aria-labelledby="by-card">
        <h2 id="by-card">{language["by-card"]}</h2>
        <form method="post" novalidate>
        <input type="hidden" name="method" value="card">
        {Field(form, language, "card", "email", "email", form.Email, """type="email" autocomplete="email" """)}
        {Field(form, language, "card", "card_number", "card-number", form.Number, """inputmode="numeric" autocomplete="cc-number" """)}
        <div class="pair">
        {Field(form, language, "card", "exp", "exp", form.Expiry, """autocomplete="cc-exp" """)}
        {Field(form, language, "card", "cvc", "cvc", "", """inputmode="numeric" autocomplete="cc-csc" maxlength="4" """)}
        </div>
        {Field(form, language, "card", "name", "name", form.Name, """autocomplete="cc-name" """)}
        {button}
        </form>
        </section>
        """);

    private static Html DebitSection(PaymentForm form, Language language, Html button) => Html.Of($"""
        <section aria-labelledby="by-debit">
        <details{new Html(form.Method == "sepa_debit" ? " open" : "")}>
        <summary id="by-debit">{language["by-debit"]}</summary>
        <p class="hint">{language["debit-hint"]}</p>
        <form method="post" novalidate>
        <input type="hidden" name="method" value="sepa_debit">
        {Field(form, language, "sepa_debit", "email", "email", form.Email, """type="email" autocomplete="email" """)}
        {Field(form, language, "sepa_debit", "iban", "iban", form.Iban, """autocomplete="off" spellcheck="false" """)}
        {Field(form, language, "sepa_debit", "name", "name", form.Name, """autocomplete="name" """)}
        {button}
        </form>
        </details>
        </section>
        """);

    private static Html Button(Language language, string text, string total) =>
        Html.Of($"""<button>{string.Format(CultureInfo.InvariantCulture, language[text], total)}</button>""");

    private static Html Field(PaymentForm form, Language language, string method, string name, string label, string value, string attributes)
    {
        var id = $"{method}-{name}";
        var error = form.Method == method ? form.Errors.GetValueOrDefault(name) : null;
        var marks = new Html(attributes + (name == "name" ? "" : "required ") + (error is null ? "" : $"""aria-invalid="true" aria-describedby="{id}-error" """));
        return Html.Of($"""
            <div class="field">
            <label for="{id}">{language[label]}</label>
            <input id="{id}" name="{name}" value="{value}" {marks}>
            {Html.When(error is not null, () => Html.Of($"""<p class="wrong" id="{id}-error">{language[error!]}</p>"""))}
            </div>
            """);
    }

    private static string FieldId(PaymentForm form, string field) => $"{form.Method}-{field}";
}
