using System.Globalization;
using Solidarity.Domain.Meals;

namespace Solidarity.Domain.Campaigns;

/// <summary>One row of needs, as typed.</summary>
public sealed record NeedRow(string? Title, string? Detail, string? Amount, bool Required)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Detail) && string.IsNullOrWhiteSpace(Amount);
}

/// <summary>A campaign as somebody asks for it in a form.</summary>
/// <param name="EndsOn">The last day that takes gifts, or null for no end.</param>
/// <param name="Culture">How amounts are written.</param>
/// <param name="Meals">For the kind Meals.</param>
public sealed record CampaignRequest(
    string? Title, string? Summary, string? Goal, string? Currency, CampaignKind Kind, FeeBearer FeeBearer, string? EndsOn, Guid? PartnerId, IReadOnlyList<NeedRow> Needs, CultureInfo Culture, ProgrammeRequest? Meals = null);

/// <summary>A campaign that somebody asked for, read and found right.</summary>
internal sealed record CampaignTerms(string Title, string Summary, Currency Currency, CampaignKind Kind, FeeBearer FeeBearer, Money? Goal, DateTimeOffset? EndsAt, IReadOnlyList<CampaignNeed> Needs, ProgrammeTerms? Programme);

/// <summary>Reads a campaign's form. What is wrong with row 2 of the needs is said of the fields need2title, need2detail and need2amount.</summary>
internal sealed class ReadCampaign(FormWords asked, Site site, DateTimeOffset now)
{
    /// <param name="stands">Who carries the fees of a campaign that is changed.</param>
    public CampaignTerms All(CampaignRequest typed, Guid campaignId, FeeBearer? stands = null)
    {
        var currency = typed.Currency is { } code && Solidarity.Domain.Currency.TryOf(code, out var known) ? known : Solidarity.Domain.Currency.Eur;
        asked.That(typed.Currency is null || typed.Currency.Equals(currency.Code, StringComparison.OrdinalIgnoreCase), Reason.CurrencyNotAccepted, "currency", currency.Code);
        // All-or-nothing campaigns have rules of their own, which are not there yet.
        asked.That(typed.Kind is CampaignKind.Open or CampaignKind.Meals, Reason.KindComesLater, "kind");
        // Nobody makes the platform pay but those who run it.
        asked.That(typed.FeeBearer == stands || site.Settings.OffersBearer(typed.FeeBearer), Reason.FeeBearerNotOffered, "feeBearer");
        var goal = string.IsNullOrWhiteSpace(typed.Goal) ? null : Amount(typed.Goal, currency, typed.Culture, "goal");
        return new CampaignTerms(
            asked.Line(typed.Title, "title", Campaign.LongestTitle),
            asked.Line(typed.Summary, "summary", Campaign.LongestSummary),
            currency,
            typed.Kind,
            typed.FeeBearer,
            goal,
            End(typed.EndsOn),
            typed.Kind == CampaignKind.Meals ? [] : [.. Needs(typed, currency, campaignId)],
            typed.Kind == CampaignKind.Meals ? new ReadProgramme(asked, site.DayOf(now)).All(typed.Meals, currency, typed.Culture) : null);
    }

    /// <summary>The words and the end, which may change later too.</summary>
    public (string Title, string Summary, DateTimeOffset? EndsAt) Words(CampaignRequest typed) =>
        (asked.Line(typed.Title, "title", Campaign.LongestTitle), asked.Line(typed.Summary, "summary", Campaign.LongestSummary), End(typed.EndsOn));

    /// <summary>The last moment of that day where the site is at home.</summary>
    private DateTimeOffset? End(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (!DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year > 9000)
        {
            asked.Add(Reason.DateNotValid, "endsOn");
            return null;
        }

        asked.That(day >= site.DayOf(now), Reason.DateNotAhead, "endsOn");
        return site.BeginningOf(day.AddDays(1));
    }

    private IEnumerable<CampaignNeed> Needs(CampaignRequest typed, Currency currency, Guid campaignId)
    {
        asked.That(typed.Needs.Count <= Campaign.MostNeeds, Reason.TooManyRows, null, Campaign.MostNeeds);
        for (var i = 0; i < Math.Min(typed.Needs.Count, Campaign.MostNeeds); i++)
        {
            var row = typed.Needs[i];
            if (row.IsEmpty)
                continue;
            var field = string.Create(CultureInfo.InvariantCulture, $"need{i + 1}");
            yield return new CampaignNeed
            {
                Id = Guid.CreateVersion7(now),
                CampaignId = campaignId,
                Position = i,
                Title = asked.Line(row.Title, field + "title", CampaignNeed.LongestTitle),
                Detail = asked.LineOrNone(row.Detail, field + "detail", CampaignNeed.LongestDetail),
                AmountMinor = Amount(row.Amount, currency, typed.Culture, field + "amount")?.Minor ?? 0,
                Required = row.Required,
            };
        }
    }

    private Money? Amount(string? typed, Currency currency, CultureInfo culture, string field)
    {
        try
        {
            var money = MoneyText.Parse(typed, currency, culture, field);
            asked.That(money.IsPositive, Reason.AmountNotPositive, field);
            return money;
        }
        catch (Refusal refusal)
        {
            asked.Add(refusal);
            return null;
        }
    }
}
