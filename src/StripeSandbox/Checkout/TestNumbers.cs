namespace Solidarity.StripeSandbox.Checkout;

/// <summary>The list of test cards and accounts at the foot of the payment page.</summary>
internal static class TestNumbers
{
    private static readonly (string Number, string Text)[] Cards =
    [
        ("4242 4242 4242 4242", "does-pay"),
        ("4000 0000 0000 0002", "does-decline"),
        ("4000 0000 0000 9995", "does-poor"),
        ("4000 0027 6000 3184", "does-ask"),
        ("4000 0000 0000 0259", "does-dispute"),
    ];

    private static readonly (string Number, string Text)[] Accounts =
    [
        ("DE89 3704 0044 0532 0130 00", "does-debit"),
        ("DE62 3704 0044 0532 0130 01", "does-debit-fail"),
    ];

    public static Html Section(Language language, bool withAccounts) => Html.Of($"""
        <section>
        <details open>
        <summary>{language["test-numbers"]}</summary>
        <p class="hint">{language["test-hint"]}</p>
        <table>
        <thead><tr><th scope="col">{language["number"]}</th><th scope="col">{language["what-happens"]}</th></tr></thead>
        <tbody>{Html.Each(withAccounts ? [.. Cards, .. Accounts] : Cards, row => Html.Of($"<tr><th scope=\"row\">{row.Number}</th><td>{language[row.Text]}</td></tr>"))}</tbody>
        </table>
        </details>
        </section>
        """);
}
