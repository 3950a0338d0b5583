using Solidarity.Domain;
using Stripe;

namespace Solidarity.Payments.Onboarding;

/// <summary>Opens Stripe's own pages for a partner, where it sees its account and changes its bank.</summary>
public sealed class OpenPartnerDashboard(IStripeClient stripe, AskStripe ask)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="accountId">The partner's account (acct_…), whose details were submitted.</param>
    /// <returns>An address that signs in whoever opens it, once: redirect to it at once and never show it.</returns>
    /// <exception cref="Refusal">Stripe cannot be reached.</exception>
    public Task<Uri> RunAsync(string accountId, CancellationToken cancel) =>
        ask.RunAsync(Patience, async patient => new Uri((await new AccountLoginLinkService(stripe).CreateAsync(accountId, null, null, patient)).Url), cancel);
}
