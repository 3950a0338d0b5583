using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.My;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.My;

/// <summary>The giver's own page: gifts from the confirmed address, receipts, and the ways to everything else that is one's own.</summary>
[Asks(Right.UseAccount)]
public sealed class IndexModel(SolidarityDb db, GiftsOfAddress gifts) : FormPage
{
    public GiftList Gifts { get; private set; } = null!;

    public bool IsMember { get; private set; }

    /// <summary>Null while no address is confirmed.</summary>
    public string? Address { get; private set; }

    public PlatformRole Role => HttpContext.Session().PlatformRole;

    public async Task OnGetAsync(Guid? before, CancellationToken cancel)
    {
        Response.KeepSecret();
        var me = HttpContext.Session().PersonId;
        Address = await gifts.ConfirmedAsync(me, cancel);
        Gifts = await gifts.PageAsync("/my", Address, before, cancel);
        IsMember = await db.Memberships.AnyAsync(m => m.PersonId == me, cancel);
    }
}
