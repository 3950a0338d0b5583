using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.People;
using Solidarity.Web.Pictures;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Workspace.Kitchen;

/// <param name="Left">How many of the same gift can still be eaten here.</param>
public sealed record ServedMeal(string Ward, string Hospital, DateTimeOffset At, int Left);

/// <summary>Somebody from a ward eats at the counter: the code is typed, photographed or held before the camera.</summary>
[Asks(Right.ServeMeals)]
[TakesPictures]
public sealed class CounterModel(SolidarityDb db, ServeCode serve, ReadQrCodes read) : KitchenPage
{
    [BindProperty]
    public string? Code { get; set; }

    public ServedMeal? Served { get; private set; }

    public bool ReadsPhotos => read.IsThere;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        Response.Headers[SafetySetup.PermissionsPolicy] = SafetySetup.WithCamera;
    }

    /// <param name="served">The voucher that was served just now.</param>
    public async Task OnGetAsync(Guid? served, CancellationToken cancel)
    {
        Served = await db.MealVouchers.Where(v => v.Id == served && v.Status == VoucherStatus.Redeemed && v.MealPartner.Partner.OrganisationId == OrganisationId)
            .Select(v => new ServedMeal(
                v.CareSite.Ward,
                v.CareSite.Name,
                v.Moves.Where(m => m.To == VoucherStatus.Redeemed).OrderByDescending(m => m.Id).Select(m => m.At).First(),
                db.MealVouchers.Count(o => o.DonationId == v.DonationId && o.Status == VoucherStatus.Funded && o.MealPartner.Partner.OrganisationId == OrganisationId)))
            .SingleOrDefaultAsync(cancel);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => ServeAsync(() => Task.FromResult(Code), cancel);

    public Task<IActionResult> OnPostPhotoAsync(IFormFile? picture, CancellationToken cancel) => ServeAsync(async () => Code = await SeeAsync(picture, cancel), cancel);

    private async Task<IActionResult> ServeAsync(Func<Task<string?>> find, CancellationToken cancel)
    {
        try
        {
            var voucher = await serve.RunAsync(OrganisationId, await find(), Me, null, cancel);
            return Then($"{Home}/counter?served={voucher.Id}");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    /// <exception cref="Refusal">No picture that we take, no code in it, or more than one.</exception>
    private async Task<string> SeeAsync(IFormFile? picture, CancellationToken cancel)
    {
        if (picture is null)
            throw new Refusal(Reason.PictureMissing, "picture");
        await using var upload = picture.OpenReadStream();
        var codes = (await read.RunAsync(upload, cancel)).Select(VoucherCode.Parse).OfType<string>().Distinct().Take(2).ToList();
        return codes.Count == 1 ? VoucherCode.Format(codes[0]) : throw new Refusal(codes.Count == 0 ? Reason.CodeNotSeen : Reason.CodesMany, "picture");
    }
}
