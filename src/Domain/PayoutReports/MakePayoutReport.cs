using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;
using Solidarity.Domain.Receipts;

namespace Solidarity.Domain.PayoutReports;

/// <summary>Makes the reports of a period, or finds them where they were made before.</summary>
public sealed class MakePayoutReport(SolidarityDb db, BookMovements book, Site site, IssuerParty issuer, TimeProvider clock)
{
    /// <param name="by">Whoever asks for it; null: the schedule.</param>
    /// <param name="language">Of the document; null: that of the organisation's first owner.</param>
    /// <returns>One a currency in which something lay or moved; none where nothing did.</returns>
    /// <exception cref="Refusal">The period is not over, longer than a year, or ends before it begins.</exception>
    public async Task<IReadOnlyList<PayoutReport>> RunAsync(Guid partnerId, Period period, Guid? by, string? language, CancellationToken cancel)
    {
        Check(period);
        // The most of it in small transactions, so that nobody who is paid meanwhile waits for it.
        await book.RunAsync(partnerId, cancel);
        return await db.UntilFreeAsync(() => db.InTransactionAsync(() => SaveAsync(partnerId, period, by, language, cancel), cancel));
    }

    private void Check(Period period)
    {
        var asked = new FormWords();
        asked.That(period.From <= period.Until, Reason.EndsBeforeItBegins, "until");
        asked.That(period.Until.DayNumber - period.From.DayNumber < Period.MostDays, Reason.PeriodTooLong, "until");
        asked.That(period.Until < site.DayOf(clock.GetUtcNow()), Reason.PeriodNotOver, "until");
        asked.Refuse();
    }

    private async Task<IReadOnlyList<PayoutReport>> SaveAsync(Guid partnerId, Period period, Guid? by, string? language, CancellationToken cancel)
    {
        var closed = await book.LockAsync(partnerId, cancel);
        await book.RunAsync(partnerId, cancel);
        var made = await db.PayoutReports.Where(r => r.PartnerId == partnerId && r.Kind == period.Kind && r.From == period.From && r.Until == period.Until).ToListAsync(cancel);
        var currencies = await db.PartnerMovements.Where(m => m.PartnerId == partnerId).Select(m => m.CurrencyCode).Distinct().ToListAsync(cancel);
        var number = await db.PartnerStatements.Where(s => s.PartnerId == partnerId).Select(s => s.LastNumber).SingleAsync(cancel);
        var missing = currencies.Where(c => !made.Exists(r => r.CurrencyCode == c)).Order(StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
            return made;
        var (facts, owners) = await PartiesAsync(partnerId, cancel);
        foreach (var currency in missing)
        {
            if (await db.StatementSumsAsync(partnerId, currency, period.Begins(site), period.Ends(site), cancel) is { IsEmpty: false } sums)
                made.Add(New(partnerId, period, by, language ?? owners, currency, ++number, sums, facts));
        }

        db.PayoutReports.AddRange(made.Where(r => db.Entry(r).State == EntityState.Detached));
        var ends = period.Ends(site);
        var until = closed > ends ? closed : ends;
        await db.PartnerStatements.Where(s => s.PartnerId == partnerId)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastNumber, number).SetProperty(s => s.ClosedUntil, s => made.Count > 0 ? until : s.ClosedUntil), cancel);
        await db.SaveChangesAsync(cancel);
        return [.. made.OrderBy(r => r.Number)];
    }

    private PayoutReport New(Guid partnerId, Period period, Guid? by, string language, string currency, int number, StatementSums sums, PayoutReportFacts facts)
    {
        var now = clock.GetUtcNow();
        return new PayoutReport
        {
            Id = Guid.CreateVersion7(now),
            PartnerId = partnerId,
            Number = number,
            Kind = period.Kind,
            From = period.From,
            Until = period.Until,
            BeginsAt = period.Begins(site),
            EndsAt = period.Ends(site),
            CurrencyCode = currency,
            OpeningMinor = sums.Opening,
            TransfersMinor = sums.Of(MovementKind.Transfer),
            ReversalsMinor = sums.Of(MovementKind.Reversal),
            PayoutsMinor = sums.Of(MovementKind.Payout),
            ReturnedMinor = sums.Of(MovementKind.Returned),
            FeesMinor = sums.Of(MovementKind.Fee),
            OtherMinor = sums.Of(MovementKind.Other, MovementKind.Joined),
            ClosingMinor = sums.Closing,
            MadeAt = now,
            MadeById = by,
            Language = language,
            Facts = facts,
        };
    }

    private async Task<(PayoutReportFacts Facts, string Language)> PartiesAsync(Guid partnerId, CancellationToken cancel)
    {
        var partner = await db.Partners.AsNoTracking().Include(p => p.Organisation).SingleAsync(p => p.Id == partnerId, cancel);
        var language = await db.Memberships.Where(m => m.OrganisationId == partner.OrganisationId && m.Role == OrganisationRole.Owner).OrderBy(m => m.Since).Select(m => m.Person.Language).FirstOrDefaultAsync(cancel);
        return (FactsOf(partner), language ?? site.DefaultLanguage);
    }

    private PayoutReportFacts FactsOf(Partner partner)
    {
        var who = partner.Organisation;
        return new PayoutReportFacts(partner.Name, who.Street, who.PostalCode, who.City, who.Country, who.Registration, who.Email, partner.VatNumber, partner.VatRate, issuer, site.TimeZone);
    }
}
