using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Solidarity.Web.Watching.Logs;

/// <summary>
/// The log as one JSON object a line. Scopes are left out: the server's hold the path, and so whatever secret is in it; what was asked is
/// named by its route.
/// </summary>
public sealed class JsonLines(IHttpContextAccessor http) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "solidarity-json";

    private const string Template = "{OriginalFormat}";

    // Words of five languages stay readable; the line is for no browser.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            // Real time, also where the site's clock is set.
            json.WriteString("time", TimeProvider.System.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("category", logEntry.Category);
            json.WriteString("message", Scrub.Words(logEntry.Formatter(logEntry.State, logEntry.Exception)));
            Where(json);
            Fields(json, logEntry.State);
            if (logEntry.Exception is { } e)
                json.WriteString("error", Scrub.Words(e.ToString()));
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    private void Where(Utf8JsonWriter json)
    {
        if (Activity.Current is { } span)
        {
            json.WriteString("trace", span.TraceId.ToHexString());
            json.WriteString("span", span.SpanId.ToHexString());
        }

        if (http.HttpContext is { } context)
        {
            json.WriteString("method", context.Request.Method);
            if (RouteOf.Request(context) is { } route)
                json.WriteString("route", route);
        }
    }

    /// <summary>What the message was made of, to search by.</summary>
    private static void Fields<TState>(Utf8JsonWriter json, TState state)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> { Count: > 0 } values)
            return;
        json.WriteStartObject("fields");
        foreach (var (name, value) in values.Where(v => v.Key != Template).DistinctBy(v => v.Key))
        {
            if (value is int or long)
                json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
            else
                json.WriteString(name, Scrub.Words(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
        }

        json.WriteEndObject();
    }
}
