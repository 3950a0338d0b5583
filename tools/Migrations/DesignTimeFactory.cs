using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Solidarity.Database.Postgres;
using Solidarity.Database.Sqlite;
using Solidarity.Database.SqlServer;
using Solidarity.Domain;

namespace Solidarity.Migrations;

/// <summary>Gives dotnet-ef a context for the provider named in the first argument: Sqlite, SqlServer or Postgres. No database is opened.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SolidarityDb>
{
    public SolidarityDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SolidarityDb>();
        _ = args is [var provider, ..] ? provider switch
        {
            "Sqlite" => options.UseSolidaritySqlite("Data Source=design-time.db"),
            "SqlServer" => options.UseSolidaritySqlServer("Server=design-time;Encrypt=True"),
            "Postgres" => options.UseSolidarityPostgres("Host=design-time"),
            _ => throw new ArgumentException($"Unknown provider '{provider}': Sqlite, SqlServer or Postgres."),
        }
        : throw new ArgumentException("Name the provider: Sqlite, SqlServer or Postgres.");
        return new SolidarityDb(options.Options);
    }
}
