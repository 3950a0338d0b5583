using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Gifts;

/// <summary>A meal that can be eaten at a counter.</summary>
public sealed record PaperVoucher(string Code, string Restaurant, string? Street, string? PostalCode, string? City, string Ward, string Hospital);

/// <summary>The meals of a gift that nobody has cooked yet, each with its code, made to be printed and handed on. Who has the gift's link may.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Everyone]
public sealed class VouchersModel(SolidarityDb db) : PageModel
{
    /// <summary>On one page: what prints at once.</summary>
    private const int Most = 60;

    public string Token { get; private set; } = "";

    public int Sheet { get; private set; }

    public int Pages { get; private set; }

    public List<PaperVoucher> Meals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string token, int? sheet, CancellationToken cancel)
    {
        Response.KeepSecret();
        if (await db.Donations.Where(d => d.Token == token).Select(d => (Guid?)d.Id).SingleOrDefaultAsync(cancel) is not { } gift)
            return NotFound();
        var meals = db.MealVouchers.Where(v => v.DonationId == gift && v.Status == VoucherStatus.Funded);
        Token = token;
        Pages = (await meals.CountAsync(cancel) + Most - 1) / Most;
        Sheet = Math.Clamp(sheet ?? 1, 1, Math.Max(1, Pages));
        Meals = await meals.OrderBy(v => v.MealPartner.Partner.Name).ThenBy(v => v.Id).Skip((Sheet - 1) * Most).Take(Most)
            .Select(v => new PaperVoucher(v.Code, v.MealPartner.Partner.Name, v.MealPartner.Partner.Organisation.Street, v.MealPartner.Partner.Organisation.PostalCode, v.MealPartner.Partner.Organisation.City, v.CareSite.Ward, v.CareSite.Name))
            .ToListAsync(cancel);
        return Page();
    }
}
