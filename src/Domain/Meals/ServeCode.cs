using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Meals;

/// <summary>Serves a meal by its code at the counter of an organisation, in whatever programme it cooks; whoever tries codes has few tries.</summary>
public sealed class ServeCode(SolidarityDb db, RedeemVoucher redeem, LimitAttempts limit)
{
    /// <param name="typed">As for <see cref="RedeemVoucher"/>.</param>
    /// <param name="written">Where it was kept on an offline sheet; null: it is eaten now.</param>
    /// <exception cref="Refusal">As of <see cref="RedeemVoucher"/>, or too many codes of other restaurants.</exception>
    public async Task<MealVoucher> RunAsync(Guid organisationId, string? typed, Guid personId, WrittenDown? written, CancellationToken cancel)
    {
        var code = VoucherCode.Parse(typed) ?? throw new Refusal(Reason.CodeMistyped, "code");
        var who = personId.ToString("N");
        await limit.TakeAsync(AttemptKind.Voucher, who, cancel);
        var cook = await db.MealVouchers.Where(v => v.Code == code && v.MealPartner.Partner.OrganisationId == organisationId).Select(v => (Guid?)v.MealPartnerId).SingleOrDefaultAsync(cancel)
            ?? throw new Refusal(Reason.CodeNotValid, "code");
        await limit.GiveBackAsync(AttemptKind.Voucher, who, cancel);
        return await redeem.RunAsync(cook, code, personId, written, cancel);
    }
}
