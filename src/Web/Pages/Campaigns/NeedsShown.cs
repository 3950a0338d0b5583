using System.Globalization;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;

namespace Solidarity.Web.Pages.Campaigns;

/// <param name="UpTo">What must have come in for this and everything before it.</param>
public sealed record NeedShown(CampaignNeed Need, Money Amount, Money UpTo, bool Reached);

/// <summary>What a campaign's money is for, what cannot be done without first; and where each begins on the bar.</summary>
public sealed class NeedsShown
{
    /// <summary>Width of the box in which the marks are drawn.</summary>
    private const int Width = 240;

    private readonly Campaign _campaign;

    public NeedsShown(Campaign campaign, IEnumerable<CampaignNeed> needs)
    {
        _campaign = campaign;
        var (rows, sum) = (new List<NeedShown>(), 0L);
        foreach (var need in needs.OrderByDescending(n => n.Required).ThenBy(n => n.Position))
        {
            sum += need.AmountMinor;
            rows.Add(new NeedShown(need, new Money(need.AmountMinor, campaign.Currency), new Money(sum, campaign.Currency), campaign.Totals.RaisedMinor >= sum));
        }

        Rows = rows;
    }

    public IReadOnlyList<NeedShown> Rows { get; }

    public Money Sum => Rows.Count > 0 ? Rows[^1].UpTo : Money.Zero(_campaign.Currency);

    /// <summary>The language that they are written in.</summary>
    public string Language => _campaign.Project.Language;

    /// <summary>An SVG path with a stroke at the end of each need that lies within the goal; null where there is none.</summary>
    public string? Marks
    {
        get
        {
            var within = _campaign.GoalMinor is { } goal ? Rows.Where(r => r.UpTo.Minor < goal).Select(r => (double)r.UpTo.Minor * Width / goal).ToList() : [];
            return within.Count == 0 ? null : string.Concat(within.Select(x => string.Create(CultureInfo.InvariantCulture, $"M{x:0.##} 0v8")));
        }
    }
}
