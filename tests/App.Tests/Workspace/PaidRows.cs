using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Partners;

namespace Solidarity.App.Tests.Workspace;

/// <summary>Rows of a gift that was passed on, without Stripe: for lists.</summary>
internal static class PaidRows
{
    /// <summary>A payout of so many gifts of 10.00 EUR.</summary>
    public static object[] Payout(Partner partner, int gifts, DateTimeOffset at)
    {
        var payout = new Payout
        {
            Id = Guid.CreateVersion7(at),
            PartnerId = partner.Id,
            StripePayoutId = $"po_{UnguessableToken.Create()}",
            AmountMinor = gifts * 1000,
            CurrencyCode = "EUR",
            ArrivesOn = DateOnly.FromDateTime(at.UtcDateTime),
            CreatedAt = at,
            ItemsComplete = true,
        };
        return [payout, .. Enumerable.Range(0, gifts).Select(_ => new PayoutItem
        {
            Id = Guid.CreateVersion7(at),
            PayoutId = payout.Id,
            BalanceTransactionId = $"txn_{UnguessableToken.Create()}",
            Kind = PayoutItemKind.Transfer,
            AmountMinor = 1000,
            FeeMinor = 0,
        })];
    }

    public static object[] Make(DemoCampaign campaign, Partner partner, DateTimeOffset at)
    {
        var donation = new Donation
        {
            Id = Guid.CreateVersion7(at),
            Token = UnguessableToken.Create(),
            CurrencyCode = "EUR",
            AmountMinor = 1000,
            Email = "giver@example.org",
            Language = "en",
            StartedAt = at,
        };
        return
        [
            donation,
            new Transfer { Id = Guid.CreateVersion7(at), PartnerId = partner.Id, CampaignId = campaign.Id, DonationId = donation.Id, AmountMinor = 1000, CurrencyCode = "EUR", ChargeId = "ch_x", CreatedAt = at, CalledOff = true },
        ];
    }
}
