using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.Account;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Account;

/// <summary>
/// Codes of an authenticator app: switch them on and off. Pages that ask for more than a password send people here: whoever has a factor uses it
/// and goes on; others learn why it is asked for.
/// </summary>
[Asks(Right.UseAccount)]
[AsksAgain]
public sealed class SecondFactorModel(OwnAccount own, SecondFactor factor, SignInByCode byCode, Passkeys passkeys, Site site) : FormPage
{
    private Person _person = null!;

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public bool Asked => !string.IsNullOrEmpty(To);

    /// <summary>Which part of the site sent its reader here, as a key of the texts; null for another.</summary>
    public string? AskedBy => To switch
    {
        null => null,
        _ when To.StartsWith("/administration", StringComparison.Ordinal) => "AskedAdministration",
        _ when To.StartsWith("/moderation", StringComparison.Ordinal) => "AskedModeration",
        _ when To.StartsWith("/account/passkeys", StringComparison.Ordinal) => "AskedPasskeys",
        _ when To.StartsWith("/workspace", StringComparison.Ordinal) => To.Contains("/money", StringComparison.Ordinal) ? "AskedMoney" : "AskedTeam",
        _ => null,
    };

    public bool Weak { get; private set; }

    public bool HasFactor { get; private set; }

    public bool HasPasskey { get; private set; }

    /// <summary>There is something better than a password, and this session has not shown it: a password alone must not add another.</summary>
    public bool MustShow => Weak && (HasFactor || HasPasskey);

    /// <summary>In groups of four, for who types it.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Shown once, in the answer itself.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _person = await own.FindAsync();
        (Weak, HasFactor, HasPasskey) = (!HttpContext.Session().Strong, _person.TwoFactorEnabled, (await own.PasskeysAsync()).Count > 0);
        if (!HasFactor && !MustShow)
            Key = string.Join(' ', (await factor.KeyAsync(_person)).Chunk(4).Select(c => new string(c)));
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public IActionResult OnGet() => Asked && !Weak ? Then(Caller.Onward(To)) : Page();

    /// <summary>The key as a picture, for the app's camera.</summary>
    public IActionResult OnGetPicture() => HasFactor || MustShow ? NotFound() : File(AppKeyPicture.Png(site.Name, _person.Email!, Key.Replace(" ", "", StringComparison.Ordinal)), "image/png");

    public Task<IActionResult> OnPostOnAsync(string? code, CancellationToken cancel) => MustShow ? Task.FromResult(Then("/account/second-factor".With(To))) : TryAsync(async () =>
    {
        Codes = await factor.SwitchOnAsync(_person, code, cancel);
        (HasFactor, Weak) = (true, false);
        return Page();
    });

    public Task<IActionResult> OnPostStepUpAsync(string? code, CancellationToken cancel) => TryAsync(async () =>
    {
        await byCode.RunAsync(_person, code, stay: false, cancel);
        return Then(Caller.Onward(To));
    });

    public Task<IActionResult> OnPostCodesAsync(CancellationToken cancel) => WhenStrongAsync(async () =>
    {
        Codes = await factor.RenewCodesAsync(_person, cancel);
        return Page();
    });

    public Task<IActionResult> OnPostOffAsync(CancellationToken cancel) => WhenStrongAsync(async () =>
    {
        await factor.SwitchOffAsync(_person, HttpContext.Session().Id, cancel);
        return Then("/account", "FactorOffDone");
    });

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.AskAsync(), "application/json");

    public Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancel) => TryAsync(async () =>
    {
        await passkeys.SignInAsync(credential, _person.Id, stay: false, HttpContext.Network(), cancel);
        return Then(Caller.Onward(To));
    });

    private Task<IActionResult> WhenStrongAsync(Func<Task<IActionResult>> act) =>
        HasFactor && !Weak ? act() : Task.FromResult(Then("/account/second-factor"));

    private async Task<IActionResult> TryAsync(Func<Task<IActionResult>> act)
    {
        try
        {
            return await act();
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
