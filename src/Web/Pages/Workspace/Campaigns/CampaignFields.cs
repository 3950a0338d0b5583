using System.Globalization;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;

namespace Solidarity.Web.Pages.Workspace.Campaigns;

/// <summary>What the form about a campaign sends.</summary>
public sealed class CampaignFields
{
    private const int FreeRows = 3;

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Goal { get; set; }

    public string? Currency { get; set; } = "EUR";

    public CampaignKind Kind { get; set; }

    public FeeBearer FeeBearer { get; set; } = FeeBearer.Recipient;

    public string? EndsOn { get; set; }

    public Guid? Partner { get; set; }

    /// <summary>Of one meal. This and the three that follow are of the kind Meals.</summary>
    public string? Price { get; set; }

    public UndeliveredRule? Rule { get; set; }

    public string? DeliverBy { get; set; }

    public string? WeeksAhead { get; set; } = "4";

    /// <summary>The rows that the form shows; some may be empty.</summary>
    public List<NeedRow> Needs { get; private set; } = [.. Enumerable.Repeat(Empty, FreeRows)];

    private static NeedRow Empty => new(null, null, null, true);

    /// <param name="programme">Of the kind Meals.</param>
    public static CampaignFields Of(Campaign campaign, MealProgramme? programme, Site site)
    {
        var culture = CultureInfo.CurrentCulture;
        return new CampaignFields
        {
            Title = campaign.Title,
            Summary = campaign.Summary,
            Goal = campaign.Goal is { } goal ? MoneyText.FormatInput(goal, culture) : null,
            Currency = campaign.CurrencyCode,
            Kind = campaign.Kind,
            FeeBearer = campaign.FeeBearer,
            EndsOn = campaign.EndsAt is { } end ? ChangeCampaign.EndsOn(end, site) : null,
            Partner = campaign.PartnerId,
            Price = programme is null ? null : MoneyText.FormatInput(new Money(programme.UnitMinor, campaign.Currency), culture),
            Rule = programme?.Rule,
            DeliverBy = programme?.DeliverBy.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            WeeksAhead = programme?.WeeksAhead.ToString(CultureInfo.InvariantCulture),
            Needs = [.. campaign.Needs.Select(n => new NeedRow(n.Title, n.Detail, MoneyText.FormatInput(new Money(n.AmountMinor, campaign.Currency), culture), n.Required)), Empty],
        };
    }

    /// <summary>Rows come as need1title, need1detail, need1amount, need1required, need2title and so on.</summary>
    public void ReadNeeds(IFormCollection form)
    {
        Needs = [];
        for (var i = 1; i <= Campaign.MostNeeds && form.ContainsKey($"need{i}title"); i++)
            Needs.Add(new NeedRow(form[$"need{i}title"], form[$"need{i}detail"], form[$"need{i}amount"], form[$"need{i}required"] == "true"));
    }

    /// <summary>The buttons that change the rows without saving anything.</summary>
    /// <param name="row">"add", or the number of the one to remove.</param>
    public bool ChangeRows(string? row)
    {
        if (row == "add" && Needs.Count < Campaign.MostNeeds)
            Needs.Add(Empty);
        else if (int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= Needs.Count)
            Needs.RemoveAt(number - 1);
        return row is not null;
    }

    /// <summary>All of it line by line, for comparing.</summary>
    /// <param name="whole">With what only a draft's form asks for.</param>
    public string Lines(bool whole, IReadOnlyList<PartnerChoice> partners, Site site, IStringLocalizer<Texts.CampaignWork> texts) => string.Join('\n', !whole ? [Title, Summary, EndsOn, .. Weeks] :
    [
        Title, Summary, EndsOn, .. Weeks, $"{Goal} {Currency}".Trim(), texts[$"Bearer{FeeBearer}", site.Name].Value, partners.FirstOrDefault(p => p.Id == Partner)?.Name,
        .. Kind == CampaignKind.Meals ? [Price, Rule is { } rule ? texts[$"Rule{rule}"].Value : null, DeliverBy] : Array.Empty<string?>(),
        .. Needs.Where(n => !string.IsNullOrWhiteSpace(n.Title)).Select(n => $"{n.Title} · {n.Amount} · {n.Detail} · {texts[n.Required ? "Required" : "NotRequired"].Value}"),
    ]);

    public CampaignRequest Request => new(
        Title, Summary, Goal, Currency, Kind, FeeBearer, EndsOn, Partner, Needs, CultureInfo.CurrentCulture, Kind == CampaignKind.Meals ? new ProgrammeRequest(Price, Rule, DeliverBy, WeeksAhead) : null);

    private string?[] Weeks => Kind == CampaignKind.Meals ? [WeeksAhead] : [];
}

/// <summary>A page with the fields of <c>_CampaignFields</c>.</summary>
public interface IAskForCampaign
{
    CampaignFields Fields { get; }

    /// <summary>Who of the organisation could be paid.</summary>
    IReadOnlyList<PartnerChoice> Partners { get; }
}

public sealed record PartnerChoice(Guid Id, string Name, bool CanBePaid);
