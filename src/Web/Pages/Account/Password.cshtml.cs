using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.Account;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Account;

/// <summary>Another password, or a first one.</summary>
[Asks(Right.UseAccount)]
[AsksAgain]
public sealed class PasswordModel(OwnAccount own, ChangePassword change) : FormPage
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken cancel)
    {
        try
        {
            await change.RunAsync(await own.FindAsync(), password, HttpContext.Session().Id, cancel);
            return Then("/account", "PasswordDone");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
