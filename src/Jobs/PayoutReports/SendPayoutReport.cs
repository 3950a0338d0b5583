using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.PayoutReports;
using Solidarity.Domain.People;
using Solidarity.Jobs.Mail;

namespace Solidarity.Jobs.PayoutReports;

/// <summary>Sends a report to the owners and accountants of the partner's organisation, to each once and in their language.</summary>
public sealed class SendPayoutReport(SolidarityDb db, KeepPayoutPdf keep, IMailTransport mail, Site site, TimeProvider clock)
{
    private static readonly OrganisationRole[] Readers = [OrganisationRole.Owner, OrganisationRole.Accountant];

    public async Task RunAsync(Guid reportId, CancellationToken cancel)
    {
        var report = await db.PayoutReports.AsNoTracking().Include(r => r.Partner).ThenInclude(p => p.Organisation).SingleAsync(r => r.Id == reportId, cancel);
        if (report.SentAt is not null)
            return;
        var pdf = await keep.RunAsync(report, cancel);
        var organisation = report.Partner.OrganisationId;
        var people = await db.Memberships.Where(m => m.OrganisationId == organisation && Readers.Contains(m.Role) && m.Person.Email != null && m.Person.ClosedAt == null
                && !db.PayoutReportReaders.Any(r => r.ReportId == reportId && r.PersonId == m.PersonId))
            .OrderBy(m => m.PersonId).Select(m => m.Person).AsNoTracking().ToListAsync(cancel);
        foreach (var person in people)
            await SendAsync(report, person, pdf, cancel);
        DateTimeOffset? now = clock.GetUtcNow();
        await db.PayoutReports.Where(r => r.Id == reportId).ExecuteUpdateAsync(set => set.SetProperty(r => r.SentAt, now), cancel);
    }

    private async Task SendAsync(PayoutReport report, Person person, byte[] pdf, CancellationToken cancel)
    {
        try
        {
            await mail.SendAsync(PayoutReportMail.Build(report, pdf, person, site.Page($"/workspace/organisations/{report.Partner.Organisation.Slug}/money/reports/{report.Id}")), cancel);
        }
        catch (MailRejected)
        {
            // The record of mails says it; the others get theirs.
        }

        db.PayoutReportReaders.Add(new PayoutReportReader { ReportId = report.Id, PersonId = person.Id, SentAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
    }
}
