using Solidarity.Domain;
using Solidarity.Domain.Ledger;

namespace Solidarity.Web.Pages.Ledger;

/// <summary>What a line of a campaign's ledger says; each has its text.</summary>
public enum LedgerWord
{
    Gift,
    FeesAdded,
    Fee,
    /// <summary>The platform carries all of it: nothing leaves the campaign.</summary>
    FeeByPlatform,
    /// <summary>The platform carries a part: its tip's share.</summary>
    FeeShared,
    PassedOn,
    TakenBack,
    Refund,
    /// <summary>What Stripe kept of a gift that was given back whole: the platform's loss.</summary>
    LossCovered,
    RefundFailed,
    DisputeHeld,
    DisputeWon,
    DisputeLost,
    Other,
}

/// <summary>One movement of a campaign's money.</summary>
/// <param name="Change">What came to (positive) or left the money that was given and is not yet passed on; zero where it only tells.</param>
/// <param name="Whole">The sum that the words name, where it is not the change.</param>
/// <param name="Who">The partner.</param>
/// <param name="StripeId">The object at Stripe.</param>
public sealed record LedgerRow(long Transaction, DateTimeOffset At, LedgerWord Word, Money Change, Money? Whole, Money? Part, string? Who, string? StripeId);

/// <summary>One posting as it was read.</summary>
public sealed record LedgerLine(long Transaction, LedgerReason Reason, DateTimeOffset At, string Account, long AmountMinor, string CurrencyCode, string? StripeId)
{
    public Money Amount => new(AmountMinor, Currency.Of(CurrencyCode));
}
