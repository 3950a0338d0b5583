using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Solidarity.Database.Postgres;
using Solidarity.Database.Sqlite;
using Solidarity.Database.SqlServer;
using Solidarity.Domain;
using Solidarity.Jobs.Engine;
using Solidarity.Web.Caching;
using Solidarity.Web.Watching;

namespace Solidarity.Web.Setup;

public enum DatabaseProvider { Sqlite, SqlServer, Postgres }

/// <summary>Which database, and where.</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>Null for SQLite: one process runs its jobs.</summary>
    internal SharedSchedule? SharedSchedule => Provider switch
    {
        DatabaseProvider.Postgres => new(ScheduleServer.Postgres, NpgsqlFactory.Instance, ConnectionString),
        DatabaseProvider.SqlServer => new(ScheduleServer.SqlServer, SqlClientFactory.Instance, ConnectionString),
        _ => null,
    };

    internal static DatabaseSettings Read(ConfigReader config, string data)
    {
        var provider = config.Choice("Database:Provider", DatabaseProvider.Sqlite);
        var connection = config.Text("ConnectionStrings:Solidarity", provider == DatabaseProvider.Sqlite ? $"Data Source={Path.Combine(data, "solidarity.db")}" : null);
        try
        {
            _ = new DbConnectionStringBuilder { ConnectionString = connection };
        }
        catch (ArgumentException)
        {
            // What was read of it stands in the message, and may be the password.
            throw new SettingWrong("ConnectionStrings:Solidarity", "is no connection string: it must be words with values, such as Host=...;Password=....");
        }

        return new DatabaseSettings(provider, connection);
    }
}

public static class DatabaseSetup
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, Settings settings)
    {
        // Addresses, tokens and receipts lie here: for the program's own user alone.
        PrivateFolder.Create(settings.Data);
        return services.AddDbContextPool<SolidarityDb>((provider, options) =>
        {
            _ = settings.Database.Provider switch
            {
                DatabaseProvider.SqlServer => options.UseSolidaritySqlServer(settings.Database.ConnectionString),
                DatabaseProvider.Postgres => options.UseSolidarityPostgres(settings.Database.ConnectionString),
                _ => options.UseSolidaritySqlite(settings.Database.ConnectionString),
            };
            options.AddInterceptors(provider.GetRequiredService<DropChangedPages>(), provider.GetRequiredService<CountGifts>());
        });
    }

    /// <summary>In development the database follows the code by itself; in production somebody decides when, by the command "migrate".</summary>
    /// <returns>Why the site must not start, or null.</returns>
    public static async Task<string?> PrepareDatabaseAsync(this IServiceProvider services, Settings settings)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
        try
        {
            if (!(await db.Database.GetPendingMigrationsAsync()).Any())
                return null;
            if (!settings.Development)
                return "the database is older than the program: run the command 'migrate' first.";
            await db.Database.MigrateAsync();
            return null;
        }
        catch (DbException e)
        {
            return $"the database of ConnectionStrings:Solidarity ({settings.Database.Provider}) cannot be used: {e.Message}";
        }
    }
}
