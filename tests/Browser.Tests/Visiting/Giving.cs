using Microsoft.Playwright;

namespace Solidarity.Browser.Tests.Visiting;

/// <summary>The steps of giving that several journeys share.</summary>
internal static class Giving
{
    /// <summary>Its fees are paid by the platform: a gift of 25 raises 25.</summary>
    public const string Campaign = "six-soirees-a-sainte-ombeline";

    public const string Declined = "4000000000000002";
    public const string Pays = "4242424242424242";
    public const string AsksTheBank = "4000002760003184";
    public const string Iban = "DE89370400440532013000";
    public const string FailingIban = "DE62370400440532013001";

    public static ILocator SubmitGift(this Visitor visitor) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = visitor.Words["Give.Submit"], Exact = true });

    public static ILocator Amount(this Visitor visitor, string value) => visitor.Page.Locator($"label:has(input[name=amount][value='{value}'])");

    /// <summary>The giving form, with an amount and the address filled in.</summary>
    public static async Task BeginAsync(this Visitor visitor, string campaign = Campaign)
    {
        await visitor.OpenAsync($"/campaigns/{campaign}/give?amount=25");
        await visitor.Page.GetByLabel(visitor.Words["Give.Email"]).FillAsync(visitor.Email);
    }

    /// <summary>To the payment page.</summary>
    public static async Task GoToPaymentAsync(this Visitor visitor)
    {
        await visitor.PressAsync(visitor.SubmitGift());
        await visitor.IsAskedToPayAsync();
    }

    public static Task IsAskedToPayAsync(this Visitor visitor) =>
        Assertions.Expect(visitor.Page.GetByLabel(visitor.SandboxWords["card-number"])).ToBeVisibleAsync();

    public static async Task PayByCardAsync(this Visitor visitor, string number, bool twice = false)
    {
        await visitor.Page.GetByLabel(visitor.SandboxWords["card-number"]).FillAsync(number);
        await visitor.Page.GetByLabel(visitor.SandboxWords["exp"]).FillAsync("12/40");
        await visitor.Page.GetByLabel(visitor.SandboxWords["cvc"]).FillAsync("123");
        var pay = visitor.Page.Locator("section[aria-labelledby=by-card] button");
        await (twice ? pay.DblClickAsync() : visitor.PressAsync(pay));
    }

    public static async Task PayByDebitAsync(this Visitor visitor, string iban)
    {
        await visitor.PressAsync(visitor.Page.GetByText(visitor.SandboxWords["by-debit"], new() { Exact = true }));
        await visitor.Page.GetByLabel(visitor.SandboxWords["iban"]).FillAsync(iban);
        await visitor.PressAsync(visitor.Page.Locator("section[aria-labelledby=by-debit] button"));
    }

    /// <summary>What the mailbox holds for this visitor, newest first.</summary>
    public static async Task<ILocator> MailsAsync(this Visitor visitor)
    {
        await visitor.OpenAsync("/dev/mailbox");
        return visitor.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = visitor.Email });
    }

    /// <summary>Opens the mail with that subject, once it is there.</summary>
    public static async Task OpenMailAsync(this Visitor visitor, string subject)
    {
        var mail = (await visitor.MailsAsync()).GetByRole(AriaRole.Link, new() { Name = subject });
        await visitor.ReloadUntilAsync(mail);
        await visitor.PressAsync(mail);
        await visitor.SeesHeadingAsync(subject);
    }
}
