using Microsoft.EntityFrameworkCore.Migrations;

namespace Solidarity.Database.Postgres;

/// <summary>The triggers that keep the ledger append-only and balanced whoever writes to the database.</summary>
internal static class LedgerGuards
{
    public static void CreateLedgerGuards(this MigrationBuilder migration)
    {
        foreach (var sql in Triggers)
            migration.Sql(sql);
    }

    private static string[] Triggers =>
    [
        """
        CREATE OR REPLACE FUNCTION "Ledger_Refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
        END $$;
        """,
        """
        CREATE OR REPLACE FUNCTION "Postings_NotIntoSealed"() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE is_sealed boolean;
        BEGIN
          -- Whoever seals it at this moment waits, or is waited for.
          SELECT "Sealed" INTO is_sealed FROM "LedgerTransactions" WHERE "Id" = NEW."TransactionId" FOR SHARE;
          IF is_sealed THEN
            RAISE EXCEPTION 'the transaction is sealed' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
        """,
        """
        CREATE OR REPLACE FUNCTION "LedgerTransactions_OnlySealing"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF OLD."Sealed" OR NOT NEW."Sealed" OR OLD."Id" <> NEW."Id" OR OLD."Reference" <> NEW."Reference" OR OLD."Reason" <> NEW."Reason" OR OLD."At" <> NEW."At"
             OR OLD."DonationId" IS DISTINCT FROM NEW."DonationId" OR OLD."CampaignId" IS DISTINCT FROM NEW."CampaignId" THEN
            RAISE EXCEPTION 'ledger transactions are never changed' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF (SELECT COUNT(*) FROM "Postings" WHERE "TransactionId" = NEW."Id") < 2
             OR EXISTS (SELECT 1 FROM "Postings" WHERE "TransactionId" = NEW."Id" GROUP BY "CurrencyCode" HAVING SUM("AmountMinor") <> 0) THEN
            RAISE EXCEPTION 'the transaction does not balance' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
        """,
        """
        CREATE TRIGGER "Postings_NoUpdate" BEFORE UPDATE ON "Postings"
        FOR EACH ROW EXECUTE FUNCTION "Ledger_Refuse"('postings are never changed');
        """,
        """
        CREATE TRIGGER "Postings_NoDelete" BEFORE DELETE ON "Postings"
        FOR EACH ROW EXECUTE FUNCTION "Ledger_Refuse"('postings are never deleted');
        """,
        """
        CREATE TRIGGER "Postings_NoTruncate" BEFORE TRUNCATE ON "Postings"
        FOR EACH STATEMENT EXECUTE FUNCTION "Ledger_Refuse"('postings are never deleted');
        """,
        """
        CREATE TRIGGER "Postings_NotIntoSealed" BEFORE INSERT ON "Postings"
        FOR EACH ROW EXECUTE FUNCTION "Postings_NotIntoSealed"();
        """,
        """
        CREATE TRIGGER "LedgerTransactions_NoDelete" BEFORE DELETE ON "LedgerTransactions"
        FOR EACH ROW EXECUTE FUNCTION "Ledger_Refuse"('ledger transactions are never deleted');
        """,
        """
        CREATE TRIGGER "LedgerTransactions_NoTruncate" BEFORE TRUNCATE ON "LedgerTransactions"
        FOR EACH STATEMENT EXECUTE FUNCTION "Ledger_Refuse"('ledger transactions are never deleted');
        """,
        """
        CREATE TRIGGER "LedgerTransactions_BornOpen" BEFORE INSERT ON "LedgerTransactions"
        FOR EACH ROW WHEN (NEW."Sealed") EXECUTE FUNCTION "Ledger_Refuse"('a transaction is sealed after its postings are in');
        """,
        """
        CREATE TRIGGER "LedgerTransactions_OnlySealing" BEFORE UPDATE ON "LedgerTransactions"
        FOR EACH ROW EXECUTE FUNCTION "LedgerTransactions_OnlySealing"();
        """,
    ];
}
