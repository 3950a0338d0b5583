using System.Diagnostics;
using OpenTelemetry;
using Solidarity.Domain.Watching;
using Solidarity.Jobs.Watching;
using Solidarity.Payments.Watching;

namespace Solidarity.Web.Watching.Telemetry;

/// <summary>
/// Leaves in spans what is known to hold nothing personal and takes out everything else: whatever a later version of the server adds, no path, no query,
/// no network address and no browser leaves the house. Comes before the exporter.
/// </summary>
internal sealed class BareSpans : BaseProcessor<Activity>
{
    public const string Requests = "Microsoft.AspNetCore";
    public const string Calls = "System.Net.Http";

    private const string Address = "url.full";

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        RouteInSpans.Route, RouteInSpans.Method, RouteInSpans.Status, "error.type", "network.protocol.version", "server.address", "server.port", "url.scheme",
    };

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name == Watch.Name)
        {
            // A run that found nothing to do.
            if (data.GetTagItem(JobSpans.Done) is 0)
                data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return;
        }

        var asked = data.GetTagItem(Address) as string;
        foreach (var tag in data.TagObjects.Where(t => !Kept.Contains(t.Key)).Select(t => t.Key).ToList())
            data.SetTag(tag, null);
        // The words of an exception may quote what was sent.
        data.SetStatus(data.Status);
        if (data.Source.Name == Calls && Uri.TryCreate(asked, UriKind.Absolute, out var address))
            data.SetTag("url.template", StripeOperation.PathOf(address));
    }
}
