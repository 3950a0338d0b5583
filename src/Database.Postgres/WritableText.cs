using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Solidarity.Database.Postgres;

/// <summary>
/// PostgreSQL refuses two things that a .NET string may hold and a visitor may send: the zero character, and half of a surrogate pair. Each becomes
/// U+FFFD before it leaves, so that a search for nonsense finds nothing instead of failing.
/// </summary>
internal sealed class WritableText : DbCommandInterceptor
{
    public static readonly WritableText Instance = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Mend(command, result);

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Mend(command, result);

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Mend(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Mend(command, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Mend(command, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Mend(command, result));

    /// <summary>The same text where it can be written, which is nearly always: then nothing is copied.</summary>
    internal static string Mended(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                at++;
            else if (text[at] == '\0' || char.IsSurrogate(text[at]))
                return new StringBuilder(text.Length).AppendJoin("", text.EnumerateRunes()).Replace('\0', '\uFFFD').ToString();
        }

        return text;
    }

    private static string? OrNull(string? text) => text is null ? null : Mended(text);

    private static T Mend<T>(DbCommand command, T result)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            parameter.Value = parameter.Value switch
            {
                string text => Mended(text),
                string?[] texts => Array.ConvertAll(texts, OrNull),
                List<string?> texts => texts.ConvertAll(OrNull),
                var other => other,
            };
        }

        return result;
    }
}
