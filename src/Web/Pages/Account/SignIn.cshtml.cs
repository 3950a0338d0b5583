using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Web.Account;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Account;

/// <summary>By password, or by passkey where the browser has one.</summary>
[Everyone]
public sealed class SignInModel(SignInByPassword byPassword, Passkeys passkeys) : FormPage, IAskToSignIn
{
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public string? Kept { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public bool Stay { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken cancel)
    {
        try
        {
            var half = await byPassword.RunAsync(Email, password, Stay, HttpContext.Network(), cancel);
            return half ? this.Onward("/sign-in/second-factor".With(To), "/sign-in/second-factor?handler=Kept", Kept) : this.Onward(Caller.Onward(To), KeptModel.Path, Kept);
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.AskAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancel)
    {
        try
        {
            await passkeys.SignInAsync(credential, null, Stay, HttpContext.Network(), cancel);
            return this.Onward(Caller.Onward(To), KeptModel.Path, Kept);
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
