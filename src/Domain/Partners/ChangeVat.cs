using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Partners;

/// <summary>A partner's number and rate for value added tax, for its payout reports from now on.</summary>
public sealed class ChangeVat(SolidarityDb db, TimeProvider clock)
{
    /// <param name="number">As typed; nothing for none.</param>
    /// <param name="rate">Percent, as typed, with a point or comma and at most two decimals; nothing for none.</param>
    /// <exception cref="Refusal">One of them is none.</exception>
    public async Task RunAsync(Guid partnerId, string? number, string? rate, Guid personId, CancellationToken cancel)
    {
        var asked = new FormWords();
        var (vat, basisPoints) = (CleanText.OneLine(number), RateOf(rate, asked));
        asked.That(vat is null || VatNumber.Parse(vat) is not null, Reason.VatNumberNotValid, "number");
        asked.Refuse();
        var partner = await db.Partners.SingleAsync(p => p.Id == partnerId, cancel);
        var before = Said(partner);
        (partner.VatNumber, partner.VatRate) = (VatNumber.Parse(vat), basisPoints);
        if (Said(partner) == before)
            return;
        db.Note("VatChanged", personId, clock.GetUtcNow(), partner.OrganisationId, partner.Id, partner.Name, before);
        await db.SaveOrRefuseAsync(cancel);
    }

    private static int? RateOf(string? typed, FormWords asked)
    {
        if (CleanText.OneLine(typed)?.TrimEnd('%', ' ', '\u00A0', '\u202F').Replace(',', '.') is not { } text)
            return null;
        var read = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent);
        var valid = read && percent is >= 0 and <= 100 && percent * 100 == decimal.Truncate(percent * 100);
        asked.That(valid, Reason.VatRateNotValid, "rate");
        return valid ? (int)(percent * 100) : null;
    }

    private static string? Said(Partner partner) => partner is { VatNumber: null, VatRate: null } ? null
        : string.Create(CultureInfo.InvariantCulture, $"{partner.VatNumber} {(partner.VatRate is { } rate ? $"{rate / 100m:0.##} %" : "")}").Trim();
}
