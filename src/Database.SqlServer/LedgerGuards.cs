using Microsoft.EntityFrameworkCore.Migrations;

namespace Solidarity.Database.SqlServer;

/// <summary>The triggers that keep the ledger append-only and balanced whoever writes to the database.</summary>
internal static class LedgerGuards
{
    public static void CreateLedgerGuards(this MigrationBuilder migration)
    {
        // CREATE TRIGGER must stand alone in its batch, which EXEC gives it inside an idempotent script too.
        foreach (var sql in Triggers)
            migration.Sql($"EXEC(N'{sql.Replace("'", "''", StringComparison.Ordinal)}');");
    }

    /// <summary>Lets the books be checked as of one moment while payments come in. Azure SQL has it on by itself.</summary>
    public static void AllowSnapshots(this MigrationBuilder migration) =>
        migration.Sql("ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON;", suppressTransaction: true);

    private static string[] Triggers =>
    [
        """
        CREATE TRIGGER [Postings_AppendOnly] ON [Postings] AFTER INSERT, UPDATE, DELETE AS
        BEGIN
          SET NOCOUNT ON;
          IF EXISTS (SELECT 1 FROM deleted)
            THROW 51000, 'postings are never changed or deleted', 1;
          IF EXISTS (SELECT 1 FROM inserted i JOIN [LedgerTransactions] t ON t.[Id] = i.[TransactionId] WHERE t.[Sealed] = 1)
            THROW 51001, 'the transaction is sealed', 1;
        END
        """,
        """
        CREATE TRIGGER [LedgerTransactions_AppendOnly] ON [LedgerTransactions] AFTER INSERT, UPDATE, DELETE AS
        BEGIN
          SET NOCOUNT ON;
          IF NOT EXISTS (SELECT 1 FROM deleted)
          BEGIN
            IF EXISTS (SELECT 1 FROM inserted WHERE [Sealed] = 1)
              THROW 51002, 'a transaction is sealed after its postings are in', 1;
            RETURN;
          END;
          IF NOT EXISTS (SELECT 1 FROM inserted)
            THROW 51003, 'ledger transactions are never deleted', 1;
          IF EXISTS (SELECT 1 FROM deleted d LEFT JOIN inserted i ON i.[Id] = d.[Id]
                     WHERE i.[Id] IS NULL OR d.[Sealed] = 1 OR i.[Sealed] = 0 OR i.[Reference] <> d.[Reference] OR i.[Reason] <> d.[Reason] OR i.[At] <> d.[At]
                        OR ISNULL(i.[DonationId], 0x0) <> ISNULL(d.[DonationId], 0x0) OR ISNULL(i.[CampaignId], 0x0) <> ISNULL(d.[CampaignId], 0x0))
            THROW 51004, 'ledger transactions are never changed', 1;
          IF EXISTS (SELECT 1 FROM inserted i WHERE (SELECT COUNT(*) FROM [Postings] p WHERE p.[TransactionId] = i.[Id]) < 2)
             OR EXISTS (SELECT 1 FROM inserted i JOIN [Postings] p ON p.[TransactionId] = i.[Id] GROUP BY i.[Id], p.[CurrencyCode] HAVING SUM(p.[AmountMinor]) <> 0)
            THROW 51005, 'the transaction does not balance', 1;
        END
        """,
    ];
}
