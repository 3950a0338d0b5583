using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Waiting;

/// <summary>Off the list: a POST alone does it, from a mail program that sends no cookie (RFC 8058) as from the button.</summary>
[IgnoreAntiforgeryToken]
[Everyone]
public sealed class LeaveModel(SolidarityDb db, WaitForMeals wait) : FormPage
{
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) =>
        await HttpContext.WishAsync(db, token, cancel) is null ? NotFound() : Then($"/waiting/{token}");

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (await HttpContext.WishAsync(db, token, cancel) is not { } wish)
            return NotFound();
        try
        {
            await wait.LeaveAsync(wish.Wish, cancel);
        }
        catch (Refusal)
        {
            // It was told at this moment: its page says so.
        }

        return Then($"/waiting/{token}");
    }
}
