using Solidarity.Domain;
using Stripe;

namespace Solidarity.Payments.Payouts;

/// <summary>What lies at Stripe for a partner in one currency. Negative where the partner owes.</summary>
/// <param name="Available">Goes to its bank with the next payout.</param>
/// <param name="Pending">Will be available some days from now.</param>
public sealed record PartnerBalance(Money Available, Money Pending);

/// <summary>Asks Stripe what lies there for a partner. Nothing of it is kept: it is true for the moment.</summary>
public sealed class ReadPartnerBalance(IStripeClient stripe, AskStripe ask)
{
    /// <summary>The page has more to show than this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <param name="accountId">The partner's account (acct_…).</param>
    /// <param name="cancel">Stops asking.</param>
    /// <returns>One a currency, by its code; without those where nothing lies.</returns>
    /// <exception cref="Refusal">Stripe cannot be reached in time: show the page without, and say so.</exception>
    public async Task<IReadOnlyList<PartnerBalance>> RunAsync(string accountId, CancellationToken cancel)
    {
        var balance = await ask.RunAsync(Patience, patient => new BalanceService(stripe).GetAsync(null, new RequestOptions { StripeAccount = accountId }, patient), cancel);
        // A currency that this platform does not know cannot have come from it.
        return [.. balance.Available.Concat(balance.Pending).Select(a => a.Currency).Distinct().Order(StringComparer.Ordinal)
            .Where(code => Currency.TryOf(code, out _))
            .Select(code => new PartnerBalance(Sum(balance.Available, code), Sum(balance.Pending, code)))
            .Where(b => b != new PartnerBalance(Money.Zero(b.Available.Currency), Money.Zero(b.Available.Currency)))];
    }

    private static Money Sum(IEnumerable<BalanceAmount> amounts, string code) => StripeKeys.Amount(amounts.Where(a => a.Currency == code).Sum(a => a.Amount), code);
}
