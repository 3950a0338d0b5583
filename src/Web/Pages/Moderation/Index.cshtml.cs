using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Domain.Reports;
using Solidarity.Domain.Reviews;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Moderation;

/// <summary>What waits for a moderator, the oldest first.</summary>
[Asks(Right.Moderate)]
public sealed class IndexModel(SolidarityDb db) : FormPage
{
    /// <summary>More than anybody reads in a day.</summary>
    private const int Most = 200;

    private const int LastDecided = 20;

    public List<WaitingReview> Reviews { get; private set; } = [];

    public List<WaitingReport> Reports { get; private set; } = [];

    public List<WaitingThanks> Thanks { get; private set; } = [];

    /// <summary>The last that were shown or hidden, to think again.</summary>
    public List<WaitingThanks> Decided { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = HttpContext.Session().PersonId;
        var own = await db.OrganisationsOf(me).ToListAsync(cancel);
        Reviews = await db.Reviews.Where(r => r.Outcome == ReviewOutcome.Pending).OrderBy(r => r.SubmittedAt).Take(Most)
            .Select(r => new WaitingReview(r.Id, r.Project.Title, r.Campaign == null ? null : r.Campaign.Title, r.Project.Language, r.Project.Organisation.Name, r.SubmittedAt,
                own.Contains(r.Project.OrganisationId))).ToListAsync(cancel);
        Reports = await db.Reports.Where(r => r.Outcome == ReportOutcome.Open).OrderBy(r => r.At).Take(Most)
            .Select(r => new WaitingReport(r.Id, r.Kind, r.Why, r.Excerpt, r.Project.Title, r.Project.Language, r.At)).ToListAsync(cancel);
        Thanks = await Rows(db.MealThanks.Where(t => t.Status == MealThanksStatus.Waiting).OrderBy(t => t.WrittenAt).Take(Most), own).ToListAsync(cancel);
        Decided = await Rows(db.MealThanks.Where(t => t.Status != MealThanksStatus.Waiting).OrderByDescending(t => t.WrittenAt).Take(LastDecided), own).ToListAsync(cancel);
    }

    private static IQueryable<WaitingThanks> Rows(IQueryable<MealThanks> thanks, List<Guid> own) => thanks.Select(t => new WaitingThanks(
        t.Id, t.Delivery.CareSite.Ward, t.Delivery.CareSite.Name, t.Delivery.MealPartner.Programme.Campaign.Title, t.Delivery.MealPartner.Programme.Campaign.Project.Language, t.PictureId != null, t.WrittenAt,
        own.Contains(t.Delivery.MealPartner.Programme.Campaign.Project.OrganisationId) || own.Contains(t.Delivery.MealPartner.Partner.OrganisationId)));

    /// <param name="IsOwn">The moderator belongs to the organisation, or did: another decides.</param>
    public sealed record WaitingReview(Guid Id, string Project, string? Campaign, string Language, string Organisation, DateTimeOffset At, bool IsOwn);

    public sealed record WaitingThanks(Guid Id, string Ward, string Hospital, string Campaign, string Language, bool WithPicture, DateTimeOffset At, bool IsOwn);

    public sealed record WaitingReport(Guid Id, ReportedKind Kind, ReportWhy Why, string Excerpt, string Project, string Language, DateTimeOffset At);
}
