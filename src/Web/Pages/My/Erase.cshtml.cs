using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.Account;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.My;

/// <summary>Erases one's account, after the password or a passkey once more.</summary>
[Asks(Right.UseAccount)]
[AsksAgain]
public sealed class EraseModel(ErasePerson erase, OwnAccount own) : ErasingPage
{
    public override bool IsPerson => true;

    /// <summary>Organisations that need another owner first.</summary>
    public IReadOnlyList<string> HandOver { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        try
        {
            await erase.RunAsync(HttpContext.Session().PersonId, Email, cancel);
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }

        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Then("/my/erased");
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        var person = await own.FindAsync();
        Address = person.Email!;
        HandOver = await erase.WithoutOwnerAsync(person.Id, cancel);
    }
}
