using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Partners;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.BeingPaid;

/// <summary>The number and rate of value added tax that stand on payout reports.</summary>
[Asks(Right.SeeMoney, ToPost = Right.MoveMoney)]
public sealed class VatModel(SolidarityDb db, ChangeVat change) : FormPage
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Rate { get; set; }

    public string Home => $"/workspace/organisations/{HttpContext.Workplace().Organisation}/money";

    public bool May => HttpContext.Workplace().May(Right.MoveMoney);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var partner = await FindAsync(cancel);
        Number = partner.VatNumber is { } number ? VatNumber.Format(number) : null;
        Rate = partner.VatRate is { } rate ? (rate / 100m).ToString("0.##", CultureInfo.CurrentCulture) : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            await change.RunAsync((await FindAsync(cancel)).Id, Number, Rate, HttpContext.Workplace().PersonId, cancel);
            return Then($"{Home}/reports", "VatSaved");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    private Task<Partner> FindAsync(CancellationToken cancel)
    {
        var organisation = HttpContext.Workplace().OrganisationId;
        return db.Partners.AsNoTracking().Where(p => p.OrganisationId == organisation).OrderBy(p => p.Id).FirstAsync(cancel);
    }
}
