using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Web.Account;
using Solidarity.Web.Forms;
using Solidarity.Web.Language;
using Solidarity.Web.My;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.My;

/// <summary>For givers without an account: asks for a letter with the link to what was given from an address.</summary>
[Everyone]
public sealed class LinkModel(AskForGifts ask) : FormPage
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
            await ask.RunAsync(Email, HttpContext.ReaderLanguage(), HttpContext.Network(), cancel);
            return Then("/my/link", "LinkSent");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
