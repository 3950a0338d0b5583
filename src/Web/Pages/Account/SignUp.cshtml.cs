using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Web.Account;
using Solidarity.Web.Forms;
using Solidarity.Web.Language;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Account;

/// <summary>Asks for an account. What follows is in a letter, and this page says the same to everyone.</summary>
[Everyone]
public sealed class SignUpModel(AskForAccount ask) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken cancel)
    {
        try
        {
            await ask.RunAsync(new AccountRequest(Name, Email, password, HttpContext.ReaderLanguage(), To), HttpContext.Network(), cancel);
            return Then("/sign-up/sent");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
