using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Solidarity.Domain;

/// <summary>
/// The connection broke inside a database transaction: what was done in it is gone, and the work runs again from its start. A <see cref="TimeoutException"/>,
/// which the strategies of both servers take for something that passes.
/// </summary>
public sealed class ConnectionLostException() : TimeoutException("The connection to the database broke inside a transaction.");

/// <summary>
/// A unit of work has one connection. EF opens a broken one again without a word, and then goes on outside the transaction that was lost with it: a break
/// that nobody notices, as in the release of a savepoint, whose failure EF passes over, would leave the second half of the work without its first.
/// </summary>
public sealed class OneConnection : DbConnectionInterceptor
{
    public static readonly OneConnection Instance = new();

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Check(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Check(eventData);
        return ValueTask.FromResult(result);
    }

    private static void Check(ConnectionEventData eventData)
    {
        if (eventData.Context is SolidarityDb { IsInTransaction: true })
            throw new ConnectionLostException();
    }
}
