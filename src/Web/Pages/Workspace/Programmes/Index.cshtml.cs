using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Programmes;

/// <summary>The programmes for which an organisation cooks, or would like to.</summary>
[Asks(Right.SeeWorkspace)]
public sealed class IndexModel(SolidarityDb db) : FormPage
{
    public List<MealPartner> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var organisation = HttpContext.Workplace().OrganisationId;
        Rows = await db.MealPartners.AsNoTracking().Include(p => p.Programme).ThenInclude(p => p.Campaign).Where(p => p.Partner.OrganisationId == organisation).OrderByDescending(p => p.Id).ToListAsync(cancel);
    }
}
