using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Account;

/// <summary>Ends the session here.</summary>
[Everyone]
public sealed class SignOutModel : FormPage
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        await HttpContext.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        // The giving form may be gone back to, and knows who was signed in: not so for whoever sits down here next.
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Then("/sign-in", "SignedOut");
    }
}
