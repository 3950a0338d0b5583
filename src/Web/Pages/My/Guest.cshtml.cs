using Microsoft.AspNetCore.Mvc;
using Solidarity.Web.Forms;
using Solidarity.Web.My;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.My;

/// <summary>What was given from an address, for whoever opened the link that was sent there.</summary>
[Everyone]
public sealed class GuestModel(GuestLink link, GiftsOfAddress gifts) : FormPage
{
    public string Address { get; private set; } = "";

    public GiftList Gifts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token, Guid? before, CancellationToken cancel)
    {
        Response.KeepSecret();
        if (link.Read(token) is not { } key)
            return Then("/my/link", "LinkOver");
        if (!await gifts.KnowsAsync(key, cancel))
            return Then("/my/link", "AddressErased");
        Address = key;
        Gifts = await gifts.PageAsync($"/my/guest/{token}", key, before, cancel);
        return Page();
    }
}
