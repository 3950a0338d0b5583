using Microsoft.EntityFrameworkCore;
using Solidarity.Database.Sqlite;
using Solidarity.Database.SqlServer;
using Solidarity.Domain;
using Solidarity.Web.Caching;

namespace Solidarity.Web.Setup;

public enum DatabaseProvider { Sqlite, SqlServer }

/// <summary>Which database, and where.</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    internal static DatabaseSettings Read(ConfigReader config, string data)
    {
        var provider = config.Choice("Database:Provider", DatabaseProvider.Sqlite);
        var connection = config.Text("ConnectionStrings:Solidarity", provider == DatabaseProvider.Sqlite ? $"Data Source={Path.Combine(data, "solidarity.db")}" : null);
        return new DatabaseSettings(provider, connection);
    }
}

public static class DatabaseSetup
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, Settings settings)
    {
        // Addresses, tokens and receipts lie here: for the program's own user alone.
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(settings.Data);
        else
            Directory.CreateDirectory(settings.Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return services.AddDbContextPool<SolidarityDb>((provider, options) =>
        {
            _ = settings.Database.Provider switch
            {
                DatabaseProvider.SqlServer => options.UseSolidaritySqlServer(settings.Database.ConnectionString),
                _ => options.UseSolidaritySqlite(settings.Database.ConnectionString),
            };
            options.AddInterceptors(provider.GetRequiredService<DropChangedPages>());
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
        catch (System.Data.Common.DbException e)
        {
            return $"the database of ConnectionStrings:Solidarity ({settings.Database.Provider}) cannot be used: {e.Message}";
        }
    }
}
