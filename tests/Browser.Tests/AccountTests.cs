using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Visiting;
using Solidarity.Domain.People;

namespace Solidarity.Browser.Tests;

/// <summary>Opening an account and signing in: with a password and an authenticator app in every way, with a passkey where there are scripts.</summary>
[Collection(OneInstallation.Name)]
public sealed class AccountTests(Installation installation)
{
    private const string Password = "a quiet kettle sings";

    [Theory]
    [ClassData(typeof(EveryVariant))]
    public Task Password_and_second_factor(Script script, Device device) => Visitor.VisitAsync(installation, new(script, device), "AccountTests-password", async visitor =>
    {
        await SignUpAsync(visitor, Password);
        await visitor.Page.Locator("#password").FillAsync(Password);
        await visitor.LookAsync("confirm");
        await PressAsync(visitor, "ConfirmSubmit");
        await visitor.SeesHeadingAsync(visitor.Words["Account.AccountTitle"]);
        await visitor.LookAsync("account");
        foreach (var page in new[] { "password", "passkeys", "sessions", "email" })
        {
            await visitor.OpenAsync($"/account/{page}");
            await visitor.LookAsync($"account {page}");
        }

        var (key, step) = await SwitchOnAsync(visitor);
        await visitor.OpenAsync("/sign-out");
        await PressAsync(visitor, "SignOut");
        await visitor.SeesHeadingAsync(visitor.Words["Account.SignInTitle"]);
        await visitor.LookAsync("sign in");
        await visitor.Page.Locator("#email").FillAsync(visitor.Email);
        await visitor.Page.Locator("#password").FillAsync("something else");
        await PressAsync(visitor, "SignInSubmit");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync(visitor.Words["Refusals.SignInWrong"]);
        await Assertions.Expect(visitor.Page.Locator("#email")).ToHaveValueAsync(visitor.Email);
        await visitor.LookAsync("sign in, refused");
        await visitor.Page.Locator("#password").FillAsync(Password);
        await PressAsync(visitor, "SignInSubmit");
        await visitor.SeesHeadingAsync(visitor.Words["Account.CodeTitle"]);
        await visitor.LookAsync("sign in, code");
        await visitor.Page.Locator("#code").FillAsync(OneTimeCodes.Of(key, step + 1));
        await PressAsync(visitor, "GoOn");
        await visitor.SeesHeadingAsync(visitor.Words["Account.AccountTitle"]);
    });

    [Theory]
    [InlineData(Device.Phone)]
    [InlineData(Device.Desktop)]
    public Task Passkey_alone(Device device) => Visitor.VisitAsync(installation, new(Script.On, device), "AccountTests-passkey", async visitor =>
    {
        await PlugInAuthenticatorAsync(visitor.Page);
        await SignUpAsync(visitor, password: "");
        await PressAsync(visitor, "ConfirmSubmit");
        await visitor.SeesHeadingAsync(visitor.Words["Account.PasskeysTitle"]);
        await visitor.Page.Locator("#name").FillAsync("my phone");
        await PressAsync(visitor, "PasskeyAdd");
        await Assertions.Expect(visitor.Page.GetByText("my phone", new() { Exact = true })).ToBeVisibleAsync();
        await visitor.LookAsync("passkeys, with one");
        await visitor.OpenAsync("/sign-out");
        await PressAsync(visitor, "SignOut");
        await visitor.SeesHeadingAsync(visitor.Words["Account.SignInTitle"]);
        await PressAsync(visitor, "UsePasskey");
        await visitor.SeesHeadingAsync(visitor.Words["Account.AccountTitle"]);
        // As good as a second factor: what asks for more opens.
        await visitor.OpenAsync("/account/second-factor?to=/workspace");
        await visitor.SeesHeadingAsync(visitor.Words["Workspace.Title"]);
    });

    /// <summary>To the page that the letter leads to.</summary>
    private static async Task SignUpAsync(Visitor visitor, string password)
    {
        await visitor.OpenAsync("/sign-up");
        await PressAsync(visitor, "SignUpSubmit");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync(visitor.Words["Refusals.NameMissing"]);
        await visitor.LookAsync("sign up, with mistakes");
        await visitor.Page.Locator("#name").FillAsync("Nele");
        await visitor.Page.Locator("#email").FillAsync(visitor.Email);
        await visitor.Page.Locator("#password").FillAsync(password);
        await PressAsync(visitor, "SignUpSubmit");
        await visitor.SeesHeadingAsync(visitor.Words["Account.SentTitle"]);
        await visitor.LookAsync("sign up, sent");
        await visitor.OpenMailAsync(visitor.Words["Letters.ConfirmAddress.Subject"]);
        var link = (await visitor.Page.Locator("main pre").InnerTextAsync()).Split((char[]?)null).Single(word => word.Contains("/account/confirm?", StringComparison.Ordinal));
        await visitor.OpenAsync(new Uri(link).PathAndQuery);
    }

    private static async Task<(string Key, long Step)> SwitchOnAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/account/second-factor");
        await visitor.LookAsync("second factor");
        var key = (await visitor.Page.Locator("section[aria-labelledby=app] code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        var step = OneTimeCodes.StepAt(TimeProvider.System.GetUtcNow());
        await visitor.Page.Locator("#code").FillAsync(OneTimeCodes.Of(key, step));
        await PressAsync(visitor, "AppSubmit");
        await Assertions.Expect(visitor.Page.GetByText(visitor.Words["Account.CodesTitle"])).ToBeVisibleAsync();
        await visitor.LookAsync("recovery codes");
        return (key, step);
    }

    private static Task PressAsync(Visitor visitor, string words) =>
        visitor.PressAsync(visitor.Page.GetByRole(AriaRole.Button, new() { Name = visitor.Words[$"Account.{words}"], Exact = true }).First);

    private static async Task PlugInAuthenticatorAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
