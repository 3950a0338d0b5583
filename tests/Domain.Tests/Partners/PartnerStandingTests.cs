using Solidarity.Domain.Partners;

namespace Solidarity.Domain.Tests.Partners;

public class PartnerStandingTests
{
    [Theory]
    [InlineData(null, false, false, false, PartnerStanding.NotStarted, false)]
    [InlineData(null, true, true, true, PartnerStanding.NotStarted, false)]
    [InlineData("acct_1", false, false, false, PartnerStanding.DetailsDue, false)]
    [InlineData("acct_1", true, false, false, PartnerStanding.UnderReview, false)]
    [InlineData("acct_1", true, true, false, PartnerStanding.PayoutsBlocked, true)]
    [InlineData("acct_1", true, true, true, PartnerStanding.Ready, true)]
    public void Follows_what_Stripe_says(string? account, bool details, bool transfers, bool payouts, PartnerStanding standing, bool canBePaid)
    {
        var partner = new Partner
        {
            Id = Guid.NewGuid(),
            OrganisationId = Guid.NewGuid(),
            Name = "Soup kitchen",
            StripeAccountId = account,
            DetailsSubmitted = details,
            TransfersActive = transfers,
            PayoutsEnabled = payouts,
        };
        Assert.Equal(standing, partner.Standing);
        Assert.Equal(canBePaid, partner.CanBePaid);
    }
}
