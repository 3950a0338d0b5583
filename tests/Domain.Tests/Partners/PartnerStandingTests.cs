using Solidarity.Domain.Partners;

namespace Solidarity.Domain.Tests.Partners;

public class PartnerStandingTests
{
    [Theory]
    // No account, or one that nothing was told to.
    [InlineData(null, false, false, false, null, false, null, PartnerStanding.NotStarted)]
    [InlineData("acct_1", false, false, false, null, false, null, PartnerStanding.DetailsDue)]
    [InlineData("acct_1", false, false, false, "external_account", false, "requirements.past_due", PartnerStanding.DetailsDue)]
    // Details are missing: before it can be paid, or while it can.
    [InlineData("acct_1", true, false, false, "external_account", false, "requirements.past_due", PartnerStanding.DetailsDue)]
    [InlineData("acct_1", true, false, false, "external_account", true, "requirements.pending_verification", PartnerStanding.DetailsDue)]
    [InlineData("acct_1", true, true, true, "company.tax_id", false, null, PartnerStanding.DetailsDue)]
    // Stripe looks at it.
    [InlineData("acct_1", true, false, false, null, true, "requirements.pending_verification", PartnerStanding.UnderReview)]
    [InlineData("acct_1", true, false, false, null, true, "under_review", PartnerStanding.UnderReview)]
    [InlineData("acct_1", true, true, false, null, true, null, PartnerStanding.UnderReview)]
    // Money is held back.
    [InlineData("acct_1", true, true, false, null, false, "listed", PartnerStanding.PayoutsBlocked)]
    [InlineData("acct_1", true, true, false, null, false, null, PartnerStanding.PayoutsBlocked)]
    [InlineData("acct_1", true, true, false, "external_account", false, "requirements.past_due", PartnerStanding.PayoutsBlocked)]
    [InlineData("acct_1", true, true, false, "external_account", true, "requirements.past_due", PartnerStanding.PayoutsBlocked)]
    [InlineData("acct_1", true, false, false, "external_account", true, "rejected.fraud", PartnerStanding.PayoutsBlocked)]
    [InlineData("acct_1", true, true, true, null, false, "platform_paused", PartnerStanding.PayoutsBlocked)]
    [InlineData("acct_1", false, false, false, null, false, Partner.AccountGone, PartnerStanding.PayoutsBlocked)]
    [InlineData("acct_1", true, false, false, null, false, null, PartnerStanding.PayoutsBlocked)]
    [InlineData("acct_1", true, false, true, null, false, null, PartnerStanding.PayoutsBlocked)]
    // Nothing is asked for; what Stripe still looks at keeps nothing back.
    [InlineData("acct_1", true, true, true, null, false, null, PartnerStanding.Ready)]
    [InlineData("acct_1", true, true, true, null, true, null, PartnerStanding.Ready)]
    public void Follows_from_what_Stripe_said(
        string? account, bool details, bool transfers, bool payouts, string? due, bool review, string? disabled, PartnerStanding standing)
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
            RequirementsDue = due,
            UnderReview = review,
            DisabledReason = disabled,
        };
        Assert.Equal(standing, partner.Standing);
    }
}
