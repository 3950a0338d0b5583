using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Pictures;

namespace Solidarity.Web.Pages.Campaigns;

/// <summary>The thanks of a ward, as everybody may read them.</summary>
public sealed record WardThanks(Guid Id, string Words, string Language, Picture? Picture, string Ward, string Hospital, string Restaurant, DateTimeOffset At);

public static class ShownThanks
{
    /// <summary>A moderator showed it.</summary>
    public static readonly Expression<Func<MealThanks, bool>> IsShown = t => t.Status == MealThanksStatus.Shown;

    public static readonly Expression<Func<MealThanks, WardThanks>> AsRow = t =>
        new WardThanks(t.Id, t.Words, t.Language, t.Picture, t.Delivery.CareSite.Ward, t.Delivery.CareSite.Name, t.Delivery.MealPartner.Partner.Name, t.WrittenAt);

    /// <summary>Those that a moderator showed, the newest first.</summary>
    public static IQueryable<WardThanks> Rows(this IQueryable<MealThanks> thanks) => thanks.Where(IsShown).OrderByDescending(t => t.WrittenAt).ThenByDescending(t => t.Id).Select(AsRow);
}

/// <summary>On a programme's page: the newest thanks of wards.</summary>
public sealed class WardThanksViewComponent(SolidarityDb db) : ViewComponent
{
    private const int Newest = 3;

    // Compiled once: asked for with every programme's page.
    private static readonly Func<SolidarityDb, Guid, IAsyncEnumerable<WardThanks>> NewestOf = EF.CompileAsyncQuery((SolidarityDb db, Guid campaign) =>
        db.MealThanks.AsNoTracking().Where(t => t.CampaignId == campaign).Where(ShownThanks.IsShown)
            .OrderByDescending(t => t.WrittenAt).ThenByDescending(t => t.Id).Select(ShownThanks.AsRow).Take(Newest));

    /// <param name="slug">Of the campaign.</param>
    public async Task<IViewComponentResult> InvokeAsync(Guid campaign, string slug)
    {
        ViewData["More"] = $"/campaigns/{slug}/thanks";
        return View("/Pages/Campaigns/_WardThanks.cshtml", await NewestOf(db, campaign).ToListAsync(HttpContext.RequestAborted));
    }
}

/// <summary>On a giver's page: the thanks for the deliveries in which meals of the gift were.</summary>
public sealed class GiftThanksViewComponent(SolidarityDb db) : ViewComponent
{
    /// <param name="donation">Of meals.</param>
    public async Task<IViewComponentResult> InvokeAsync(Guid donation)
    {
        var deliveries = db.MealVouchers.Where(v => v.DonationId == donation && (v.Status == VoucherStatus.Delivered || v.Status == VoucherStatus.Confirmed)).Select(v => v.DeliveryId);
        return View("/Pages/Campaigns/_WardThanks.cshtml", await db.MealThanks.AsNoTracking().Where(t => deliveries.Contains(t.DeliveryId)).Rows().ToListAsync(HttpContext.RequestAborted));
    }
}
