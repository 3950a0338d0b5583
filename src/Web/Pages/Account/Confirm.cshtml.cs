using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.Account;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Account;

/// <summary>Where the letter leads. Opening the link does nothing yet: programs that look through mail open it too.</summary>
[Everyone]
public sealed class ConfirmModel(ConfirmSignUp confirm) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? Link { get; set; }

    /// <summary>As the letter says; looked at again, because anybody can write a link.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public SignUp? Asked { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Asked = await confirm.FindAsync(Link, cancel);
        if (Asked is null)
            Response.StatusCode = StatusCodes.Status410Gone;
    }

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken cancel)
    {
        try
        {
            var person = await confirm.RunAsync(Link, password, HttpContext.Network(), cancel);
            if (person.PasswordHash is null)
                return Then("/account/passkeys".With(To), "Welcome");
            var next = Caller.Onward(To);
            return Then(next, next == "/account" ? "Welcome" : null);
        }
        catch (Refusal refusal)
        {
            Asked = await confirm.FindAsync(Link, cancel);
            return Refused(refusal);
        }
    }
}
