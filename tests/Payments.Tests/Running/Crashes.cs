using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Solidarity.Payments.Tests.Running;

/// <summary>The process dies: what was committed stays, and nothing after it is done.</summary>
public sealed class CrashException : Exception
{
    public CrashException()
        : base("The process died here.")
    {
    }
}

/// <summary>Lets the process die before the n-th of the next commands to the database: between a call to Stripe and its saving, too.</summary>
public sealed class Crashes : DbCommandInterceptor
{
    private int? _commands;

    /// <summary>Whether it happened, since it was last asked for.</summary>
    public bool Happened { get; private set; }

    /// <param name="commands">How many more are let through; null: no crash any more.</param>
    public void After(int? commands) => (_commands, Happened) = (commands, false);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count();
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Count();
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    /// <summary>A dead process does not go on: once it happened, everything fails until the next is started.</summary>
    private void Count()
    {
        if (_commands is not { } left)
            return;
        if (left > 0)
        {
            _commands = left - 1;
            return;
        }

        Happened = true;
        throw new CrashException();
    }
}
