using Solidarity.Domain;
using Solidarity.Domain.Ledger;
using Solidarity.Web.Pages.Ledger;

namespace Solidarity.App.Tests.Ledger;

public class LedgerWordsTests
{
    private const string Campaign = "campaign:c";
    private const string Partner = "partner:p";

    private readonly LedgerWords _words = new(Campaign, new Dictionary<string, string> { [Partner] = "Kitchen" }, new Dictionary<long, long> { [2] = 63 });

    [Fact]
    public void A_gift_is_followed_until_it_has_left()
    {
        Assert.Equal("Gift 2500", Said(LedgerReason.Payment, 1, (Accounts.StripeBalance, 2700), (Campaign, -2500), (Accounts.Tips, -200)));
        Assert.Equal("Gift 2500, FeesAdded 63", Said(LedgerReason.Payment, 2, (Accounts.StripeBalance, 2563), (Campaign, -63), (Campaign, -2500)));
        Assert.Equal("Fee -63", Said(LedgerReason.Fee, 1, (Accounts.StripeBalance, -63), (Campaign, 63)));
        Assert.Equal("", Said(LedgerReason.Due, 1, (Campaign, 2437), (Partner, -2437)));
        Assert.Equal("PassedOn -2437", Said(LedgerReason.Transfer, 1, (Partner, 2437), (Accounts.StripeBalance, -2437)));
    }

    [Fact]
    public void The_platforms_part_of_a_fee_is_said()
    {
        var all = Assert.Single(_words.Say(Lines(LedgerReason.Fee, 1, (Accounts.StripeBalance, -63), (Accounts.StripeFees, 63))));
        Assert.Equal((LedgerWord.FeeByPlatform, 0L, 63L), (all.Word, all.Change.Minor, all.Whole!.Value.Minor));
        var part = Assert.Single(_words.Say(Lines(LedgerReason.Fee, 1, (Accounts.StripeBalance, -66), (Accounts.StripeFees, 5), (Campaign, 61))));
        Assert.Equal((LedgerWord.FeeShared, -61L, 66L, 5L), (part.Word, part.Change.Minor, part.Whole!.Value.Minor, part.Part!.Value.Minor));
    }

    [Fact]
    public void A_refund_and_what_is_taken_back_for_it_leave_nothing()
    {
        Assert.Equal("Refund -2500, LossCovered 63", Said(LedgerReason.Refund, 1, (Accounts.StripeBalance, -2500), (Campaign, 2500), (Campaign, -63), (Accounts.Losses, 63)));
        Assert.Equal("TakenBack 2437", Said(LedgerReason.TransferReversal, 1, (Accounts.StripeBalance, 2437), (Partner, -2437), (Partner, 2437), (Campaign, -2437)));
    }

    [Fact]
    public void What_is_contested_is_told_before_it_moves()
    {
        Assert.Equal("DisputeHeld 0", Said(LedgerReason.DisputeHeld, 1, (Accounts.StripeBalance, -4500), (Accounts.StripeFees, 2000), (Accounts.DisputesHeld, 2500)));
        Assert.Equal("DisputeWon 0", Said(LedgerReason.DisputeWon, 1, (Accounts.StripeBalance, 2500), (Accounts.DisputesHeld, -2500)));
        Assert.Equal("RefundFailed 0", Said(LedgerReason.RefundFailed, 1, (Accounts.StripeBalance, 2500), (Accounts.Losses, -2500)));
    }

    [Theory]
    [InlineData("Kitchen", "Kitchen")]
    [InlineData("Bread, and \"more\"", "\"Bread, and \"\"more\"\"\"")]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData(null, "")]
    public void A_cell_is_safe_in_a_spreadsheet(string? text, string cell) => Assert.Equal(cell, CsvCell.Of(text));

    private string Said(LedgerReason reason, long transaction, params (string Account, long Minor)[] postings) =>
        string.Join(", ", _words.Say(Lines(reason, transaction, postings)).Select(r => $"{r.Word} {r.Change.Minor}"));

    private static List<LedgerLine> Lines(LedgerReason reason, long transaction, params (string Account, long Minor)[] postings) =>
        [.. postings.Select(p => new LedgerLine(transaction, reason, DateTimeOffset.UnixEpoch, p.Account, p.Minor, "EUR", null))];
}
