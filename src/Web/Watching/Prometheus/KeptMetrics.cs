using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Solidarity.Jobs.Watching;
using Solidarity.Payments.Watching;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Watching.Prometheus;

/// <summary>Listens to the meters of this site and keeps what they say for /metrics.</summary>
public sealed class KeptMetrics : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, Metric> _metrics = new(StringComparer.Ordinal);
    private readonly Lock _one = new();
    private readonly bool _jobs;

    /// <param name="gauges">Is there so that the gauges are.</param>
    public KeptMetrics(IMeterFactory meters, KnownRoutes routes, FigureGauges gauges, Settings settings)
    {
        _ = gauges;
        _jobs = settings.JobsEnabled;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // Another site in the same process, as tests have it, speaks of itself.
            if (instrument.Meter.Scope is { } scope && !ReferenceEquals(scope, meters))
                return;
            if (Shown.Of(instrument) is { } shown)
                listener.EnableMeasurementEvents(instrument, _metrics.GetOrAdd(shown.Name, _ => new Metric(shown, instrument.IsObservable, routes)));
        };
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, state) => ((Metric)state!).Take(value, tags));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, state) => ((Metric)state!).Take(value, tags));
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, state) => ((Metric)state!).Take(value, tags));
    }

    /// <summary>From now on.</summary>
    public void Begin()
    {
        _listener.Start();
        CountGifts.Begin();
        WebhookFigures.Begin();
        MessageFigures.Begin();
        MailFigures.Begin();
        if (_jobs)
            JobBeats.Begin();
    }

    /// <summary>Everything as it is now, in Prometheus's text format 0.0.4.</summary>
    public string Read()
    {
        lock (_one)
        {
            foreach (var metric in _metrics.Values.Where(m => m.Observed))
                metric.Forget();
            _listener.RecordObservableInstruments();
            return PrometheusText.Write(_metrics.Values.OrderBy(m => m.Shown.Name, StringComparer.Ordinal));
        }
    }

    public void Dispose() => _listener.Dispose();
}
