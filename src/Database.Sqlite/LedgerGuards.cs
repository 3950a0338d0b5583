using Microsoft.EntityFrameworkCore.Migrations;

namespace Solidarity.Database.Sqlite;

/// <summary>The triggers that keep the ledger append-only and balanced whoever writes to the file.</summary>
internal static class LedgerGuards
{
    public static void CreateLedgerGuards(this MigrationBuilder migration)
    {
        foreach (var sql in Triggers)
            migration.Sql(sql);
    }

    private static string[] Triggers =>
    [
        // INSERT OR REPLACE deletes the row in its way without asking the delete triggers.
        """
        CREATE TRIGGER "Postings_NoReplace" BEFORE INSERT ON "Postings"
        WHEN EXISTS (SELECT 1 FROM "Postings" WHERE "Id" = NEW."Id")
        BEGIN SELECT RAISE(ABORT, 'postings are never replaced'); END;
        """,
        """
        CREATE TRIGGER "LedgerTransactions_NoReplace" BEFORE INSERT ON "LedgerTransactions"
        WHEN EXISTS (SELECT 1 FROM "LedgerTransactions" WHERE "Id" = NEW."Id" OR "Reference" = NEW."Reference")
        BEGIN SELECT RAISE(ABORT, 'this was posted before'); END;
        """,
        """
        CREATE TRIGGER "Postings_NoUpdate" BEFORE UPDATE ON "Postings"
        BEGIN SELECT RAISE(ABORT, 'postings are never changed'); END;
        """,
        """
        CREATE TRIGGER "Postings_NoDelete" BEFORE DELETE ON "Postings"
        BEGIN SELECT RAISE(ABORT, 'postings are never deleted'); END;
        """,
        """
        CREATE TRIGGER "Postings_NotIntoSealed" BEFORE INSERT ON "Postings"
        WHEN (SELECT "Sealed" FROM "LedgerTransactions" WHERE "Id" = NEW."TransactionId") = 1
        BEGIN SELECT RAISE(ABORT, 'the transaction is sealed'); END;
        """,
        """
        CREATE TRIGGER "LedgerTransactions_NoDelete" BEFORE DELETE ON "LedgerTransactions"
        BEGIN SELECT RAISE(ABORT, 'ledger transactions are never deleted'); END;
        """,
        """
        CREATE TRIGGER "LedgerTransactions_OnlySealing" BEFORE UPDATE ON "LedgerTransactions"
        WHEN OLD."Sealed" = 1 OR NEW."Sealed" = 0 OR OLD."Id" <> NEW."Id" OR OLD."Reference" <> NEW."Reference" OR OLD."Reason" <> NEW."Reason"
          OR OLD."At" <> NEW."At" OR OLD."DonationId" IS NOT NEW."DonationId" OR OLD."CampaignId" IS NOT NEW."CampaignId"
        BEGIN SELECT RAISE(ABORT, 'ledger transactions are never changed'); END;
        """,
        """
        CREATE TRIGGER "LedgerTransactions_SealedBalances" BEFORE UPDATE ON "LedgerTransactions"
        WHEN (SELECT COUNT(*) FROM "Postings" WHERE "TransactionId" = NEW."Id") < 2
          OR EXISTS (SELECT 1 FROM "Postings" WHERE "TransactionId" = NEW."Id" GROUP BY "CurrencyCode" HAVING SUM("AmountMinor") <> 0)
        BEGIN SELECT RAISE(ABORT, 'the transaction does not balance'); END;
        """,
        """
        CREATE TRIGGER "LedgerTransactions_BornOpen" BEFORE INSERT ON "LedgerTransactions"
        WHEN NEW."Sealed" = 1
        BEGIN SELECT RAISE(ABORT, 'a transaction is sealed after its postings are in'); END;
        """,
    ];
}
