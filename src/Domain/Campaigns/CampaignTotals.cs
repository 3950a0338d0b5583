namespace Solidarity.Domain.Campaigns;

/// <summary>
/// What a campaign's pages show, kept up to date in the database transaction that posts the money, so that a page costs the same
/// at ten gifts and at ten million. All in minor units of the campaign's currency.
/// </summary>
public class CampaignTotals
{
    public required Guid CampaignId { get; init; }

    /// <summary>Gifts paid less gifts refunded or lost to a dispute; tips not counted.</summary>
    public long RaisedMinor { get; set; }

    /// <summary>Gifts that were paid and not wholly given back.</summary>
    public long Donations { get; set; }

    /// <summary>Of what was raised: given back to givers.</summary>
    public long RefundedMinor { get; set; }

    /// <summary>Transferred to the partner, less what was taken back.</summary>
    public long PassedOnMinor { get; set; }
}

/// <summary>What a campaign received on one day of the site's time zone, for the chart.</summary>
public class CampaignDay
{
    public required Guid CampaignId { get; init; }

    public required DateOnly Day { get; init; }

    public long RaisedMinor { get; set; }

    public long Donations { get; set; }
}
