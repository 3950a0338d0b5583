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
public sealed class GuestEraseModel(GuestLink link, GiftsOfAddress gifts, EraseAddress erase) : ErasingPage
{
    public override bool IsPerson => false;

    public string Token { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) => await FindAsync(token, cancel) is { } over ? Then("/my/link", over) : Page();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is { } over)
            return Then("/my/link", over);
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

    /// <returns>A key of the texts: why the link opens nothing. Null where it does.</returns>
    private async Task<string?> FindAsync(string token, CancellationToken cancel)
    {
        Response.KeepSecret();
        (Token, Address) = (token, link.Read(token) ?? "");
        return Address.Length == 0 ? "LinkOver" : await gifts.KnowsAsync(Address, cancel) ? null : "AddressErased";
    }
}
