using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.Language;
using Solidarity.Web.My;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.My;

/// <summary>Erases an address without an account, for whoever opened the link that was sent there.</summary>
[Everyone]
public sealed class GuestEraseModel(GuestLink link, EraseAddress erase) : ErasingPage
{
    public override bool IsPerson => false;

    public string Token { get; private set; } = "";

    public IActionResult OnGet(string token) => Find(token) ? Page() : Then("/my/link", "LinkOver");

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (!Find(token))
            return Then("/my/link", "LinkOver");
        try
        {
            await erase.RunAsync(Address, Email, HttpContext.ReaderLanguage(), cancel);
            return Then("/my/erased");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    private bool Find(string token)
    {
        Response.KeepSecret();
        (Token, Address) = (token, link.Read(token) ?? "");
        return Address.Length > 0;
    }
}
