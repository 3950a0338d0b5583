using Solidarity.Domain;
using Solidarity.Domain.Ledger;

namespace Solidarity.Web.Pages.Ledger;

/// <summary>
/// Puts the postings of one transaction into a giver's words. What is owed to the campaign and what is due to its partner count as one
/// purse: what moves between the two (reason Due) is no line here, but it is in the file.
/// </summary>
/// <param name="campaign">Code of the campaign's account.</param>
/// <param name="partners">Names by account code.</param>
/// <param name="feesAdded">By transaction: what the giver added for Stripe's fee, in minor units.</param>
public sealed class LedgerWords(string campaign, IReadOnlyDictionary<string, string> partners, IReadOnlyDictionary<long, long> feesAdded)
{
    /// <param name="postings">All of one transaction.</param>
    public IEnumerable<LedgerRow> Say(IReadOnlyList<LedgerLine> postings) => postings[0].Reason switch
    {
        LedgerReason.Payment => Came(postings),
        LedgerReason.Fee => [Fee(postings)],
        LedgerReason.Due => [],
        LedgerReason.Transfer => [Passed(postings, LedgerWord.PassedOn)],
        LedgerReason.TransferReversal => [Passed(postings, LedgerWord.TakenBack)],
        LedgerReason.Refund => Left(postings, LedgerWord.Refund),
        LedgerReason.DisputeLost => Left(postings, LedgerWord.DisputeLost),
        LedgerReason.RefundFailed => [Told(postings, Accounts.StripeBalance, LedgerWord.RefundFailed)],
        LedgerReason.DisputeHeld => [Told(postings, Accounts.DisputesHeld, LedgerWord.DisputeHeld)],
        LedgerReason.DisputeWon => [Told(postings, Accounts.DisputesHeld, LedgerWord.DisputeWon)],
        _ => [Row(postings[0], LedgerWord.Other, Purse(postings))],
    };

    private IEnumerable<LedgerRow> Came(IReadOnlyList<LedgerLine> postings)
    {
        var fees = feesAdded.GetValueOrDefault(postings[0].Transaction);
        var whole = Purse(postings);
        var source = postings.First(p => p.Account == campaign);
        yield return Row(source, LedgerWord.Gift, new Money(whole.Minor - fees, whole.Currency));
        if (fees > 0)
            yield return Row(source, LedgerWord.FeesAdded, new Money(fees, whole.Currency));
    }

    private LedgerRow Fee(IReadOnlyList<LedgerLine> postings)
    {
        var source = postings.First(p => p.Account == Accounts.StripeBalance);
        var (whole, change) = (-source.Amount, Purse(postings));
        var byPlatform = whole + change;
        if (change.IsZero)
            return Row(source, LedgerWord.FeeByPlatform, change) with { Whole = whole };
        return byPlatform.IsZero
            ? Row(source, LedgerWord.Fee, change)
            : Row(source, LedgerWord.FeeShared, change) with { Whole = whole, Part = byPlatform };
    }

    private LedgerRow Passed(IReadOnlyList<LedgerLine> postings, LedgerWord word)
    {
        var partner = postings.First(p => partners.ContainsKey(p.Account));
        // The transfer itself (tr_, trr_), which stands on the partner's side.
        return Row(partner, word, Purse(postings)) with { Who = partners[partner.Account] };
    }

    private IEnumerable<LedgerRow> Left(IReadOnlyList<LedgerLine> postings, LedgerWord word)
    {
        // A cent given back may fall to the tip alone, and then nothing moves here.
        var source = postings.FirstOrDefault(p => p.Account == campaign) ?? postings[0];
        var left = -postings.Where(p => p.Account == campaign && p.AmountMinor > 0).Aggregate(Money.Zero(source.Amount.Currency), (sum, p) => sum + p.Amount);
        yield return Row(source, word, left);
        var covered = Purse(postings) - left;
        if (!covered.IsZero)
            yield return Row(source, LedgerWord.LossCovered, covered);
    }

    /// <summary>Something that the giver should know and that moves nothing of this purse.</summary>
    private LedgerRow Told(IReadOnlyList<LedgerLine> postings, string account, LedgerWord word)
    {
        var source = postings.First(p => p.Account == account);
        var amount = source.Amount;
        return Row(source, word, Purse(postings)) with { Whole = amount.IsPositive ? amount : -amount };
    }

    private Money Purse(IReadOnlyList<LedgerLine> postings) =>
        postings.Where(p => p.Account == campaign || partners.ContainsKey(p.Account)).Aggregate(Money.Zero(postings[0].Amount.Currency), (sum, p) => sum - p.Amount);

    private static LedgerRow Row(LedgerLine line, LedgerWord word, Money change) => new(line.Transaction, line.At, word, change, null, null, null, line.StripeId);
}
