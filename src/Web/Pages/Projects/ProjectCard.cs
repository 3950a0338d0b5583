using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Pictures;
using Solidarity.Domain.Projects;

namespace Solidarity.Web.Pages.Projects;

/// <summary>A project in a list, with what its campaigns that are going on have raised together.</summary>
public sealed record ProjectCard(
    string Slug, string Title, string Summary, string Language, string Place, string Organisation, bool Verified, string? Cover, Picture? CoverPicture,
    IReadOnlyList<CardCampaign> Campaigns)
{
    /// <summary>Those of the first one's currency: two currencies never add.</summary>
    private IEnumerable<CardCampaign> Counted => Campaigns.Where(c => c.CurrencyCode == Campaigns[0].CurrencyCode);

    public Money? Raised => Campaigns.Count == 0 ? null : new Money(Counted.Sum(c => c.RaisedMinor), Currency.Of(Campaigns[0].CurrencyCode));

    /// <summary>Null where one of the campaigns has none.</summary>
    public Money? Goal => Raised is { } raised && Counted.All(c => c.GoalMinor is not null) ? new Money(Counted.Sum(c => c.GoalMinor!.Value), raised.Currency) : null;
}

public sealed record CardCampaign(string CurrencyCode, long RaisedMinor, long? GoalMinor);

public static class ProjectCards
{
    public static IQueryable<ProjectCard> Cards(this IQueryable<Project> projects) => projects.Select(p => new ProjectCard(
        p.Slug, p.Title, p.Summary, p.Language, p.Place, p.Organisation.Name, p.Organisation.VerifiedAt != null, p.Cover, p.CoverPicture,
        p.Campaigns.Where(c => c.Status == CampaignStatus.Live).OrderBy(c => c.LaunchedAt)
            .Select(c => new CardCampaign(c.CurrencyCode, c.Totals.RaisedMinor, c.GoalMinor)).ToList()));
}
