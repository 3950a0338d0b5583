using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.Account;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Account;

/// <summary>Asks for another address; letters to both say how it goes on.</summary>
[Asks(Right.UseAccount)]
[AsksAgain]
public sealed class EmailModel(OwnAccount own, ChangeEmail change) : FormPage
{
    [BindProperty]
    public string? Email { get; set; }

    public string Current { get; private set; } = "";

    public async Task OnGetAsync() => Current = (await own.FindAsync()).Email!;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var person = await own.FindAsync();
        Current = person.Email!;
        try
        {
            await change.AskAsync(person, Email, HttpContext.Network(), cancel);
            return Then("/account/email", "EmailAsked");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
