using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

#pragma warning disable EF1001 // There is no public place to say what this says.

namespace Solidarity.Database.Sqlite;

/// <summary>
/// A connection without the functions that EF adds to each one that is opened, and takes off again when it is closed (decimals,
/// regular expressions): none of our queries needs them, and they were a good part of a short request.
/// </summary>
internal sealed class PlainConnection(RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder commands, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger)
    : SqliteRelationalConnection(dependencies, commands, logger)
{
    protected override DbConnection CreateDbConnection() => new KeptConnection(GetValidatedConnectionString());
}

internal static class PlainConnections
{
    public static DbContextOptionsBuilder UsePlainConnections(this DbContextOptionsBuilder options) => options.ReplaceService<ISqliteRelationalConnection, PlainConnection>();
}
