using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Solidarity.Domain;
using Solidarity.Domain.Ledger;

namespace Solidarity.Database.SqlServer;

/// <summary>SQL Server 2019 or later, or Azure SQL.</summary>
public static class SqlServerDatabase
{
    public static DbContextOptionsBuilder UseSolidaritySqlServer(this DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlServer(connectionString, server => server
            .MigrationsAssembly(typeof(SqlServerDatabase).Assembly.GetName().Name)
            // Some eight seconds at most: who waits longer is better told so.
            .EnableRetryOnFailure(4, TimeSpan.FromSeconds(3), null))
        .ReplaceService<IModelCustomizer, SqlServerModel>()
        .AddInterceptors(OneConnection.Instance);

    /// <summary>
    /// SQL Server refuses OUTPUT without INTO on a table that has triggers, so EF must know of them.
    /// Stripe's ids, tokens and our codes mind capitals, which the usual collations do not: https://docs.stripe.com/upgrades
    /// </summary>
    private sealed class SqlServerModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(p => p.IsUnicode() == false && (p.GetProviderClrType() ?? p.ClrType) == typeof(string)))
                property.SetCollation("Latin1_General_100_BIN2");
            modelBuilder.Entity<Posting>().ToTable(t => t.HasTrigger("Postings_AppendOnly"));
            modelBuilder.Entity<LedgerTransaction>().ToTable(t => t.HasTrigger("LedgerTransactions_AppendOnly"));
        }
    }
}
