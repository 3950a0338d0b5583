using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Solidarity.Domain;

namespace Solidarity.Database.Postgres;

/// <summary>PostgreSQL 15 or later, in UTF-8.</summary>
public static class PostgresDatabase
{
    public static DbContextOptionsBuilder UseSolidarityPostgres(this DbContextOptionsBuilder options, string connectionString)
    {
        options
            .UseNpgsql(connectionString, server => server
                .MigrationsAssembly(typeof(PostgresDatabase).Assembly.GetName().Name)
                // Some eight seconds at most: who waits longer is better told so.
                .EnableRetryOnFailure(4, TimeSpan.FromSeconds(3), null))
            .ReplaceService<IModelCustomizer, PostgresModel>()
            .AddInterceptors(WritableText.Instance, OneConnection.Instance);
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new SearchesWithoutCapitals());
        return options;
    }

    /// <summary>
    /// Machine words sort by their bytes, whatever language the database was made in. Moments are kept in UTC, and the driver refuses to guess
    /// what another offset means.
    /// </summary>
    private sealed class PostgresModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        private static readonly ValueConverter<DateTimeOffset, DateTimeOffset> Moment = new(moment => moment.ToUniversalTime(), moment => moment);

        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()))
            {
                if (property.IsUnicode() == false && (property.GetProviderClrType() ?? property.ClrType) == typeof(string))
                    property.SetCollation("C");
                if (Nullable.GetUnderlyingType(property.ClrType) == typeof(DateTimeOffset) || property.ClrType == typeof(DateTimeOffset))
                    property.SetValueConverter(Moment);
            }
        }
    }
}
