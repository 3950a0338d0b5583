using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Web.Account;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Account;

/// <summary>Where the letter of <see cref="ForgottenModel"/> leads.</summary>
[Everyone]
public sealed class NewPasswordModel(ForgottenPassword forgotten) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Link { get; set; }

    public bool Valid { get; private set; }

    public async Task OnGetAsync()
    {
        Valid = await forgotten.FindAsync(Person, Link) is not null;
        if (!Valid)
            Response.StatusCode = StatusCodes.Status410Gone;
    }

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken cancel)
    {
        try
        {
            await forgotten.ChooseAsync(Person, Link, password, HttpContext.Network(), cancel);
            return Then("/sign-in", "NewPasswordDone");
        }
        catch (Refusal refusal)
        {
            Valid = refusal.Problems[0].Reason != Reason.LinkNotValid;
            return Refused(refusal);
        }
    }
}
