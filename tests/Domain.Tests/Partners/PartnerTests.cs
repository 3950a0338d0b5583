using Solidarity.Domain.Partners;

namespace Solidarity.Domain.Tests.Partners;

public class PartnerTests
{
    [Theory]
    [InlineData(null, false, false, false, false)]
    [InlineData(null, true, true, true, false)]
    [InlineData("acct_1", false, false, false, false)]
    [InlineData("acct_1", true, false, false, false)]
    [InlineData("acct_1", true, true, false, true)]
    [InlineData("acct_1", true, true, true, true)]
    public void Can_be_paid_when_Stripe_says_so(string? account, bool details, bool transfers, bool payouts, bool canBePaid)
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
        Assert.Equal(canBePaid, partner.CanBePaid);
    }
}
