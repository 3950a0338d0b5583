using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Ledger;

namespace Solidarity.Domain.Tests.Ledger;

/// <summary>The database itself keeps the ledger append-only and balanced, whoever writes to it.</summary>
public class LedgerGuardsTests : DatabaseTest
{
    private long sealedId;
    private long openId;
    private long balance;
    private long tips;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = Database.Open();
        sealedId = (await db.InTransactionAsync(() => new PostToLedger(db).RunAsync(
            new LedgerEntry(LedgerReason.Payment, "charge:ch_1", FakeClock.Noon).Post("stripe:balance", Money.Eur(100)).Post("tips", Money.Eur(-100)), None), None))!.Id;
        (balance, tips) = (await AccountAsync(db, "stripe:balance"), await AccountAsync(db, "tips"));
        var open = new LedgerTransaction { Reason = LedgerReason.Other, Reference = "by hand", At = FakeClock.Noon };
        db.Add(open);
        await db.SaveChangesAsync();
        openId = open.Id;
    }

    [Fact]
    public async Task A_posting_is_never_changed()
    {
        await RefusesAsync($"""UPDATE "Postings" SET "AmountMinor" = 200 WHERE "AmountMinor" = 100""");
        await RefusesAsync($"""UPDATE "Postings" SET "AccountId" = {tips}""");
        await RefusesAsync($"""UPDATE "Postings" SET "TransactionId" = {openId}""");
        await RefusesAsync($"""UPDATE "Postings" SET "StripeId" = 'txn_2'""");
    }

    [Fact]
    public async Task A_posting_is_never_deleted()
    {
        await RefusesAsync($"""DELETE FROM "Postings" """);
        await RefusesAsync($"""DELETE FROM "Postings" WHERE "AmountMinor" = 100""");
    }

    [Fact]
    public async Task Nothing_is_added_to_a_sealed_transaction() =>
        await RefusesAsync($"""INSERT INTO "Postings" ("TransactionId", "AccountId", "AmountMinor", "CurrencyCode") VALUES ({sealedId}, {balance}, 5, 'EUR')""");

    [Fact]
    public async Task A_transaction_is_never_deleted()
    {
        await RefusesAsync($"""DELETE FROM "LedgerTransactions" WHERE "Id" = {sealedId}""");
        await RefusesAsync($"""DELETE FROM "LedgerTransactions" WHERE "Id" = {openId}""");
    }

    [Fact]
    public async Task A_sealed_transaction_is_never_changed()
    {
        await RefusesAsync($"""UPDATE "LedgerTransactions" SET "Reference" = 'charge:ch_2' WHERE "Id" = {sealedId}""");
        await RefusesAsync($"""UPDATE "LedgerTransactions" SET "Sealed" = {false} WHERE "Id" = {sealedId}""");
        await RefusesAsync($"""UPDATE "LedgerTransactions" SET "Sealed" = {true} WHERE "Id" = {sealedId}""");
    }

    [Fact]
    public async Task Sealing_changes_nothing_else()
    {
        await PostIntoOpenAsync(5, -5);
        await RefusesAsync($"""UPDATE "LedgerTransactions" SET "Reference" = 'other' WHERE "Id" = {openId}""");
        await RefusesAsync($"""UPDATE "LedgerTransactions" SET "Sealed" = {true}, "Reference" = 'BY HAND' WHERE "Id" = {openId}""");
        await RefusesAsync($"""UPDATE "LedgerTransactions" SET "Sealed" = {true}, "Reason" = 'Payment' WHERE "Id" = {openId}""");
        await RefusesAsync($"""UPDATE "LedgerTransactions" SET "Sealed" = {true}, "DonationId" = {Guid.NewGuid()} WHERE "Id" = {openId}""");
        Assert.Equal(1, await SqlAsync($"""UPDATE "LedgerTransactions" SET "Sealed" = {true} WHERE "Id" = {openId}"""));
    }

    [Fact]
    public async Task A_transaction_that_does_not_balance_is_not_sealed()
    {
        await RefusesAsync($"""UPDATE "LedgerTransactions" SET "Sealed" = {true} WHERE "Id" = {openId}""");
        await PostIntoOpenAsync(5);
        await RefusesAsync($"""UPDATE "LedgerTransactions" SET "Sealed" = {true} WHERE "Id" = {openId}""");
        await PostIntoOpenAsync(-4);
        await RefusesAsync($"""UPDATE "LedgerTransactions" SET "Sealed" = {true} WHERE "Id" = {openId}""");
        await PostIntoOpenAsync(-1);
        Assert.Equal(1, await SqlAsync($"""UPDATE "LedgerTransactions" SET "Sealed" = {true} WHERE "Id" = {openId}"""));
    }

    [Fact]
    public async Task Each_currency_must_balance_by_itself()
    {
        await PostIntoOpenAsync(5);
        await SqlAsync($"""INSERT INTO "Postings" ("TransactionId", "AccountId", "AmountMinor", "CurrencyCode") VALUES ({openId}, {tips}, -5, 'USD')""");
        await RefusesAsync($"""UPDATE "LedgerTransactions" SET "Sealed" = {true} WHERE "Id" = {openId}""");
    }

    [Fact]
    public async Task A_transaction_is_not_born_sealed() => await RefusesAsync(
        $"""INSERT INTO "LedgerTransactions" ("Reason", "At", "Reference", "Sealed") VALUES ('Other', {At}, 'x', {true})""");

    /// <summary>SQLite's REPLACE deletes the row in its way without asking the delete triggers.</summary>
    [Fact]
    public async Task A_posting_or_transaction_is_not_replaced()
    {
        if (!TestDatabase.IsSqlite)
            return;
        await using var db = Database.Open();
        var posting = await db.Postings.OrderBy(p => p.Id).Select(p => p.Id).FirstAsync();
        await RefusesAsync($"""INSERT OR REPLACE INTO "Postings" ("Id", "TransactionId", "AccountId", "AmountMinor", "CurrencyCode") VALUES ({posting}, {openId}, {balance}, 5, 'EUR')""");
        await RefusesAsync($"""INSERT OR REPLACE INTO "LedgerTransactions" ("Id", "Reason", "At", "Reference", "Sealed") VALUES ({openId}, 'Other', {At}, 'x', 0)""");
        await RefusesAsync($"""INSERT OR REPLACE INTO "LedgerTransactions" ("Reason", "At", "Reference", "Sealed") VALUES ('Other', {At}, 'by hand', 0)""");
        await RefusesAsync($"""UPDATE OR REPLACE "LedgerTransactions" SET "Reference" = 'charge:ch_1' WHERE "Id" = {openId}""");
    }

    [Fact]
    public async Task Statements_that_touch_no_row_are_no_crime()
    {
        Assert.Equal(0, await SqlAsync($"""DELETE FROM "Postings" WHERE "Id" = -1"""));
        Assert.Equal(0, await SqlAsync($"""DELETE FROM "LedgerTransactions" WHERE "Id" = -1"""));
        Assert.Equal(0, await SqlAsync($"""UPDATE "LedgerTransactions" SET "Sealed" = {true} WHERE "Id" = -1"""));
    }

    private static object At => TestDatabase.IsSqlite ? "2026-04-15 12:00:00.000000Z" : FakeClock.Noon;

    private async Task PostIntoOpenAsync(params long[] amounts)
    {
        foreach (var amount in amounts)
            await SqlAsync($"""INSERT INTO "Postings" ("TransactionId", "AccountId", "AmountMinor", "CurrencyCode") VALUES ({openId}, {balance}, {amount}, 'EUR')""");
    }

    private static Task<long> AccountAsync(SolidarityDb db, string code) => db.LedgerAccounts.Where(a => a.Code == code).Select(a => a.Id).SingleAsync();
}
