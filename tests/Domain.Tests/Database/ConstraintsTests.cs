using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Partners;
using Solidarity.Domain.Receipts;

namespace Solidarity.Domain.Tests.Database;

/// <summary>Each rule that the tables keep, broken once by SQL from outside.</summary>
public class ConstraintsTests : DatabaseTest
{
    private Campaign campaign = null!;
    private Donation donation = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        campaign = await Database.CampaignAsync();
        donation = await Database.PaidAsync(Clock, Seed.Gift(tip: 200, formKey: "form-1"));
        await SaveAsync(
            Transfer(donation.Id, "tr_1"),
            new Refund { Id = Guid.NewGuid(), DonationId = donation.Id, StripeRefundId = "re_1", AmountMinor = 1, Status = "succeeded", CreatedAt = FakeClock.Noon },
            new Dispute { Id = Guid.NewGuid(), DonationId = donation.Id, StripeDisputeId = "dp_1", AmountMinor = 1, Status = "won", CreatedAt = FakeClock.Noon },
            new Difference { StripeId = "txn_1", What = "unknown", FoundAt = FakeClock.Noon });
        await using var db = Database.Open();
        var transfer = await db.Transfers.Select(t => t.Id).SingleAsync();
        await SaveAsync(Reversal(transfer, "re_1", "trr_1"));
        var payout = Payout("po_1");
        await SaveAsync(payout, Item(payout.Id, transfer));
    }

    /// <summary>CHECK constraints: the table, and an assignment that no row may take.</summary>
    [Theory]
    [InlineData("Donations", "AmountMinor", "0")]
    [InlineData("Donations", "AmountMinor", "-1")]
    [InlineData("Donations", "RefundedMinor", "-1")]
    [InlineData("Donations", "RefundedMinor", "2701")]
    [InlineData("Donations", "ChargeId", "NULL")]
    [InlineData("Donations", "Status", "'Gone'")]
    [InlineData("Donations", "Status", "'paid'")]
    [InlineData("DonationLines", "AmountMinor", "0")]
    [InlineData("DonationLines", "RefundedMinor", "-1")]
    [InlineData("DonationLines", "RefundedMinor", "2501")]
    [InlineData("DonationLines", "Kind", "'Bribe'")]
    [InlineData("DonationLines", "CampaignId", "NULL")]
    [InlineData("DonationLines", "Kind", "'Tip'")]
    [InlineData("DonationMoves", "From", "'Gone'")]
    [InlineData("DonationMoves", "To", "'Gone'")]
    [InlineData("Refunds", "AmountMinor", "0")]
    [InlineData("Disputes", "AmountMinor", "0")]
    [InlineData("Transfers", "AmountMinor", "0")]
    [InlineData("Transfers", "ReversedMinor", "-1")]
    [InlineData("Transfers", "ReversedMinor", "2501")]
    [InlineData("TransferReversals", "AmountMinor", "0")]
    [InlineData("Payouts", "Status", "'Gone'")]
    [InlineData("PayoutItems", "Kind", "'Bribe'")]
    [InlineData("Campaigns", "GoalMinor", "0")]
    [InlineData("Campaigns", "Status", "'Gone'")]
    [InlineData("Campaigns", "Kind", "'Lottery'")]
    [InlineData("Campaigns", "FeeBearer", "'Nobody'")]
    [InlineData("CampaignMoves", "From", "'Gone'")]
    [InlineData("CampaignMoves", "To", "'Gone'")]
    [InlineData("CampaignTotals", "RaisedMinor", "-1")]
    [InlineData("CampaignTotals", "Donations", "-1")]
    [InlineData("CampaignTotals", "RefundedMinor", "-1")]
    [InlineData("Projects", "Status", "'Gone'")]
    [InlineData("Organisations", "Kind", "'Gang'")]
    public async Task The_database_refuses_a_value_that_makes_no_sense(string table, string column, string value) =>
        await RefusesAsync(FormattableStringFactory.Create($"UPDATE \"{table}\" SET \"{column}\" = {value}"));

    [Fact]
    public async Task A_posting_of_nothing_is_refused()
    {
        await using var db = Database.Open();
        var account = await db.LedgerAccounts.FirstAsync();
        var open = new LedgerTransaction { Reason = LedgerReason.Other, Reference = "x", At = FakeClock.Noon };
        await SaveAsync(open);
        await RefusesAsync(new Posting { TransactionId = open.Id, AccountId = account.Id, AmountMinor = 0, CurrencyCode = "EUR" });
    }

    [Fact]
    public async Task A_ledger_reason_that_is_none_is_refused()
    {
        await using var db = Database.Open();
        object at = TestDatabase.IsSqlite ? "2026-04-15 12:00:00.000000Z" : FakeClock.Noon;
        await RefusesAsync($"""INSERT INTO "LedgerTransactions" ("Reason", "At", "Reference", "Sealed") VALUES ('Magic', {at}, 'x', {false})""");
    }

    [Fact]
    public async Task A_message_state_that_is_none_is_refused()
    {
        await SaveAsync(new Domain.Messages.OutboxMessage { Kind = "mail", SubjectId = Guid.NewGuid(), CreatedAt = FakeClock.Noon, DueAt = FakeClock.Noon });
        await RefusesAsync($"""UPDATE "Outbox" SET "State" = 'Lost'""");
    }

    /// <summary>Unique indexes: two rows that a retry, a race or a mistake would make.</summary>
    [Fact]
    public async Task No_two_organisations_projects_or_campaigns_share_an_address()
    {
        var (organisation, other) = (Seed.Organisation(), Seed.Organisation("other"));
        await SaveAsync(organisation, other);
        await RefusesAsync(Seed.Organisation());
        var project = Seed.Project(other, "taken");
        await SaveAsync(project);
        await RefusesAsync(Seed.Project(other, "taken"));
        var partner = Seed.Partner(other, "acct_other");
        await SaveAsync(partner);
        await RefusesAsync(Seed.Campaign(project, partner, "soup"));
        await RefusesAsync(Seed.Partner(other, "acct_other"));
    }

    [Theory]
    [InlineData(nameof(Donation.Token))]
    [InlineData(nameof(Donation.FormKey))]
    [InlineData(nameof(Donation.SessionId))]
    [InlineData(nameof(Donation.ChargeId))]
    public async Task No_two_donations_share_what_is_theirs_alone(string column)
    {
        await SqlAsync($"""UPDATE "Donations" SET "SessionId" = 'cs_1'""");
        var other = await Database.StartAsync(Clock, Seed.Gift(formKey: "form-2"));
        await RefusesAsync(FormattableStringFactory.Create(
            $"UPDATE \"Donations\" SET \"{column}\" = (SELECT d.\"{column}\" FROM \"Donations\" d WHERE d.\"AmountMinor\" = 2700) WHERE \"Id\" = {{0}}", other.Id));
    }

    [Fact]
    public async Task Many_donations_may_have_no_form_session_or_charge_yet()
    {
        await Database.StartAsync(Clock);
        await Database.StartAsync(Clock);
    }

    [Fact]
    public async Task One_transfer_a_donation_and_campaign()
    {
        await RefusesAsync(Transfer(donation.Id, "tr_2"));
        var other = await Database.StartAsync(Clock);
        await RefusesAsync(Transfer(other.Id, "tr_1"));
        await SaveAsync(Transfer(other.Id, null));
    }

    [Fact]
    public async Task One_reversal_a_refund()
    {
        await using var db = Database.Open();
        var transfer = await db.Transfers.Select(t => t.Id).SingleAsync();
        await RefusesAsync(Reversal(transfer, "re_1", "trr_2"));
        await RefusesAsync(Reversal(transfer, "re_2", "trr_1"));
        await SaveAsync(Reversal(transfer, "re_2", null), Reversal(transfer, "re_3", null));
    }

    [Fact]
    public async Task Stripes_refunds_disputes_and_differences_are_kept_once()
    {
        await RefusesAsync(new Refund { Id = Guid.NewGuid(), DonationId = donation.Id, StripeRefundId = "re_1", AmountMinor = 1, Status = "pending", CreatedAt = FakeClock.Noon });
        await RefusesAsync(new Dispute { Id = Guid.NewGuid(), DonationId = donation.Id, StripeDisputeId = "dp_1", AmountMinor = 1, Status = "lost", CreatedAt = FakeClock.Noon });
        await RefusesAsync(new Difference { StripeId = "txn_1", What = "again", FoundAt = FakeClock.Noon });
    }

    [Fact]
    public async Task A_payout_is_kept_once_and_each_movement_once_a_payout()
    {
        await RefusesAsync(Payout("po_1"));
        var (first, second) = (await PayoutIdAsync(), Payout("po_2"));
        await RefusesAsync(Item(first, null));
        await SaveAsync(second, Item(second.Id, null));
    }

    [Fact]
    public async Task One_account_a_code_and_currency()
    {
        await RefusesAsync(new LedgerAccount { Code = "tips", CurrencyCode = "EUR" });
        await SaveAsync(new LedgerAccount { Code = "tips", CurrencyCode = "USD" });
    }

    [Fact]
    public async Task A_receipts_number_and_token_are_its_own()
    {
        await using var db = Database.Open();
        var known = await db.Receipts.AsNoTracking().SingleAsync();
        var other = await Database.StartAsync(Clock);
        await RefusesAsync(Receipt(other.Id, known.Number, "token"));
        await RefusesAsync(Receipt(other.Id, "2026-000002", known.Token));
        await RefusesAsync(Receipt(donation.Id, "2026-000002", "token"));
    }

    /// <summary>Foreign keys: what others stand on cannot be deleted, and nothing stands on nothing.</summary>
    [Theory]
    [InlineData("Organisations")]
    [InlineData("Projects")]
    [InlineData("Partners")]
    [InlineData("Campaigns")]
    [InlineData("Donations")]
    [InlineData("Transfers")]
    [InlineData("Payouts")]
    [InlineData("LedgerAccounts")]
    public async Task Nothing_is_deleted_that_others_stand_on(string table) =>
        await RefusesAsync(FormattableStringFactory.Create($"DELETE FROM \"{table}\""));

    [Theory]
    [InlineData("Projects", "OrganisationId")]
    [InlineData("Partners", "OrganisationId")]
    [InlineData("Campaigns", "ProjectId")]
    [InlineData("Campaigns", "PartnerId")]
    [InlineData("CampaignMoves", "CampaignId")]
    [InlineData("CampaignTotals", "CampaignId")]
    [InlineData("CampaignDays", "CampaignId")]
    [InlineData("DonationLines", "DonationId")]
    [InlineData("DonationLines", "CampaignId")]
    [InlineData("DonationMoves", "DonationId")]
    [InlineData("Refunds", "DonationId")]
    [InlineData("Disputes", "DonationId")]
    [InlineData("Receipts", "DonationId")]
    [InlineData("Transfers", "DonationId")]
    [InlineData("Transfers", "CampaignId")]
    [InlineData("Transfers", "PartnerId")]
    [InlineData("TransferReversals", "TransferId")]
    [InlineData("Payouts", "PartnerId")]
    [InlineData("PayoutItems", "PayoutId")]
    [InlineData("PayoutItems", "TransferId")]
    [InlineData("PayoutItems", "TransferReversalId")]
    public async Task Nothing_stands_on_a_row_that_is_not_there(string table, string column)
    {
        var where = table == "DonationLines" ? " WHERE \"Kind\" = 'Gift'" : table == "CampaignMoves" ? " WHERE \"To\" = 'Live'" : "";
        await RefusesAsync(FormattableStringFactory.Create($"UPDATE \"{table}\" SET \"{column}\" = {{0}}{where}", Guid.NewGuid()));
    }

    [Fact]
    public async Task A_line_is_paid_by_a_ledger_transaction_that_exists() => await RefusesAsync($"""UPDATE "DonationLines" SET "PaidTransactionId" = 999""");

    [Fact]
    public async Task A_posting_stands_on_an_account_and_a_transaction()
    {
        await RefusesAsync($"""INSERT INTO "Postings" ("TransactionId", "AccountId", "AmountMinor", "CurrencyCode") VALUES (999, 1, 5, 'EUR')""");
        await SaveAsync(new LedgerTransaction { Reason = LedgerReason.Other, Reference = "x", At = FakeClock.Noon });
        await RefusesAsync($"""INSERT INTO "Postings" ("TransactionId", "AccountId", "AmountMinor", "CurrencyCode") SELECT MAX("Id"), 999, 5, 'EUR' FROM "LedgerTransactions" """);
    }

    private Transfer Transfer(Guid donationId, string? stripeId) => new()
    {
        Id = Guid.NewGuid(),
        PartnerId = campaign.PartnerId,
        CampaignId = campaign.Id,
        DonationId = donationId,
        AmountMinor = 2500,
        CurrencyCode = "EUR",
        ChargeId = "ch_1",
        CreatedAt = FakeClock.Noon,
        StripeTransferId = stripeId,
    };

    private Payout Payout(string stripeId) => new()
    {
        Id = Guid.NewGuid(),
        PartnerId = campaign.PartnerId,
        StripePayoutId = stripeId,
        AmountMinor = 2500,
        CurrencyCode = "EUR",
        ArrivesOn = DateOnly.FromDateTime(FakeClock.Noon.UtcDateTime),
        CreatedAt = FakeClock.Noon,
    };

    private static PayoutItem Item(Guid payout, Guid? transfer) => new()
    {
        Id = Guid.NewGuid(),
        PayoutId = payout,
        BalanceTransactionId = "txn_1",
        Kind = PayoutItemKind.Transfer,
        AmountMinor = 2500,
        FeeMinor = 0,
        TransferId = transfer,
    };

    private async Task<Guid> PayoutIdAsync()
    {
        await using var db = Database.Open();
        return await db.Payouts.Select(p => p.Id).SingleAsync();
    }

    private static TransferReversal Reversal(Guid transfer, string because, string? stripeId) =>
        new() { Id = Guid.NewGuid(), TransferId = transfer, AmountMinor = 1, Because = because, CreatedAt = FakeClock.Noon, StripeReversalId = stripeId };

    private static Receipt Receipt(Guid donationId, string number, string token) =>
        new() { Id = Guid.NewGuid(), DonationId = donationId, Number = number, Token = token, IssuedAt = FakeClock.Noon };
}
