using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Kitchen;

/// <summary>One code and what became of it.</summary>
/// <param name="Refused">Why it was not served now; null where it was.</param>
public sealed record ServedCode(string Typed, string? Ward, Problem? Refused);

/// <summary>
/// Somebody from a ward eats at the counter: one code, or a whole sheet of them that was kept while there was no net. A code that is entered twice is
/// served once, and says so.
/// </summary>
[Asks(Right.ServeMeals)]
public sealed class CounterModel(SolidarityDb db, RedeemVoucher redeem, LimitAttempts limit) : FormPage
{
    /// <summary>A full sheet, at once.</summary>
    private const int MostCodes = 200;

    private const int LongestSheet = MostCodes * 40;

    [BindProperty]
    public string? Codes { get; set; }

    public List<ServedCode> Served { get; private set; } = [];

    public string Home => $"/workspace/organisations/{HttpContext.Workplace().Organisation}/kitchen";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var cooks = await db.CooksOf(HttpContext.Workplace().OrganisationId).Select(p => p.Id).ToListAsync(cancel);
        try
        {
            var typed = Lines();
            foreach (var code in typed)
                Served.Add(await ServeAsync(cooks, code, cancel));
            // What was not served stays to be looked at.
            Codes = string.Join('\n', Served.Where(s => s.Refused is not null).Select(s => s.Typed));
            return Page();
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    private List<string> Lines()
    {
        var lines = (Codes?.Length <= LongestSheet ? Codes : throw new Refusal(Codes is null ? Reason.TextMissing : Reason.TextTooLong, "codes", LongestSheet))
            .Split(['\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (lines.Count is 0 or > MostCodes)
            throw lines.Count == 0 ? new Refusal(Reason.TextMissing, "codes") : new Refusal(Reason.TooManyRows, "codes", MostCodes);
        return lines;
    }

    private async Task<ServedCode> ServeAsync(List<Guid> cooks, string typed, CancellationToken cancel)
    {
        var refused = new Problem(Reason.CodeNotValid, "codes", []);
        foreach (var cook in cooks)
        {
            try
            {
                var voucher = await redeem.RunAsync(cook, typed, HttpContext.Session().PersonId, null, cancel);
                var ward = await db.CareSites.Where(s => s.Id == voucher.CareSiteId).Select(s => s.Ward + " · " + s.Name).SingleAsync(cancel);
                return new(typed, ward, null);
            }
            catch (Refusal refusal)
            {
                db.ChangeTracker.Clear();
                if (refusal.Problems[0].Reason != Reason.CodeNotValid)
                    return new(typed, null, refusal.Problems[0]);
            }
        }

        // Whoever tries codes has few tries; whoever reads them off a voucher has the check sign.
        if (VoucherCode.Parse(typed) is not null)
            await limit.TakeAsync(AttemptKind.Voucher, HttpContext.Session().PersonId.ToString("N"), cancel);
        return new(typed, null, refused);
    }
}
