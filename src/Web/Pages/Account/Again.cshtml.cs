using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.Account;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Account;

/// <summary>Password or passkey once more, and then back to the page that asked for it.</summary>
[Asks(Right.UseAccount)]
public sealed class AgainModel(OwnAccount own, ProveAgain prove, Passkeys passkeys) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public bool HasPassword { get; private set; }

    public bool HasPasskey { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        HasPassword = (await own.FindAsync()).PasswordHash is not null;
        HasPasskey = (await own.PasskeysAsync()).Count > 0;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken cancel)
    {
        try
        {
            await prove.RunAsync(HttpContext.Session(), password, cancel);
            return Then(Caller.Onward(To));
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
            await passkeys.SignInAsync(credential, HttpContext.Session().PersonId, stay: false, HttpContext.Network(), cancel);
            return Then(Caller.Onward(To));
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
