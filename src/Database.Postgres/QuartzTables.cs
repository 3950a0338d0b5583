using Microsoft.EntityFrameworkCore.Migrations;

namespace Solidarity.Database.Postgres;

/// <summary>The tables in which job nodes agree on who runs what comes once for all of them.</summary>
internal static class QuartzTables
{
    public static void CreateQuartzTables(this MigrationBuilder migration)
    {
        using var script = new StreamReader(typeof(QuartzTables).Assembly.GetManifestResourceStream("quartz-4.7.sql")!);
        foreach (var statement in script.ReadToEnd().Split("--;;\n"))
            migration.Sql(statement);
    }
}
