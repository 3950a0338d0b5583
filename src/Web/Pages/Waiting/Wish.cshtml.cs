using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Waiting;

/// <summary>Where the letter leads: one button to say yes, because programs that look into letters follow every link in them; then one to leave.</summary>
[Everyone]
public sealed class WishModel(SolidarityDb db, WaitForMeals wait) : FormPage
{
    public ShownWish Wish { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) => await FindAsync(token, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (!await FindAsync(token, cancel))
            return NotFound();
        try
        {
            await wait.ConfirmAsync(Wish.Wish, cancel);
            return Then($"/waiting/{token}");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    private async Task<bool> FindAsync(string token, CancellationToken cancel)
    {
        if (await HttpContext.WishAsync(db, token, cancel) is not { } wish)
            return false;
        Wish = wish;
        return true;
    }
}
