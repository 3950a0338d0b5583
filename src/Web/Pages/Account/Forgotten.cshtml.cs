using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Web.Account;
using Solidarity.Web.Forms;
using Solidarity.Web.Language;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Account;

/// <summary>Asks for a letter with a link to a new password.</summary>
[Everyone]
public sealed class ForgottenModel(ForgottenPassword forgotten) : FormPage
{
    [BindProperty]
    public string? Email { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            await forgotten.AskAsync(Email, HttpContext.ReaderLanguage(), HttpContext.Network(), cancel);
            return Then("/sign-in", "ForgottenSent");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
