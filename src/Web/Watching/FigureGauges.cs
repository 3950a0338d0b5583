using System.Diagnostics.Metrics;
using Solidarity.Domain.Watching;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Watching;

/// <summary>Shows the figures that were read last, and what the process says of itself.</summary>
public sealed class FigureGauges
{
    private const string OpenFiles = "/proc/self/fd";

    public FigureGauges(IMeterFactory meters)
    {
        var meter = meters.Create(Watch.Name);
        Queues(meter, "solidarity.messages.waiting", "{message}", "Messages that are not done yet, by queue.", q => q.Waiting);
        Queues(meter, "solidarity.messages.needing_person", "{message}", "Messages that are not tried any more until a person looks, by queue.", q => q.NeedingPerson);
        Queues(meter, "solidarity.messages.oldest.age", "s", "Age of the oldest message that is not done, by queue; 0 where there is none.", q => q.OldestAge.TotalSeconds);
        Queues(meter, "solidarity.messages.overdue", "s", "How long the first message that is due has been so, by queue; 0 where none is.", q => q.Overdue.TotalSeconds);
        meter.CreateObservableGauge("solidarity.ledger.check.ok", () => One(Last?.Ledger is { CheckedAt: not null } l ? l.Agrees ? 1 : 0 : null), null, "1: the last check of the books against themselves found nothing; 0: it found faults, or did not end.");
        meter.CreateObservableGauge("solidarity.ledger.check.timestamp", () => One(Last?.Ledger.CheckedAt is { } at ? Seconds(at) : null), "s", "When the books were last checked.");
        meter.CreateObservableGauge("solidarity.ledger.differences", () => One(Last?.Ledger.Differences), "{difference}", "What Stripe's books and ours do not agree on.");
        meter.CreateObservableGauge("solidarity.job.last_success.timestamp", () => Last?.Succeeded.Select(j => Labelled(Seconds(j.Value), "job", j.Key)) ?? [], "s", "When a job last ran to its end: daily jobs on any node, others in this process.");
        meter.CreateObservableGauge("solidarity.health", () => Last?.Health.Select(h => Labelled(h.Value, "check", h.Key)) ?? [], null, "As /health/ready says it: 0 well, 1 needs a look, 2 out of order.");
        meter.CreateObservableGauge("solidarity.disk.free", () => One(Last?.FreeBytes), "By", "Free on the disk of the data folder.");
        meter.CreateObservableGauge("solidarity.figures.timestamp", () => One(Last is { } last ? Seconds(last.ReadAt) : null), "s", "When the figures that are in the database were last read.");
        meter.CreateObservableGauge("solidarity.build", () => Labelled(1, "version", ThisProgram.Version), "{info}", "Which version runs.");
        Process(meter);
    }

    /// <summary>As they were read last; null until then.</summary>
    internal Figures? Last { get; set; }

    private static void Process(Meter meter)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var started = Seconds(process.StartTime.ToUniversalTime());
        meter.CreateObservableGauge("process.resident_memory", () => Environment.WorkingSet, "By", "Memory that the process holds.");
        meter.CreateObservableGauge("process.start_time", () => started, "s", "When the process began.");
        meter.CreateObservableCounter("process.cpu", () => Environment.CpuUsage.TotalTime.TotalSeconds, "s", "Processor time that the process used.");
        if (Directory.Exists(OpenFiles))
            meter.CreateObservableGauge("process.open_fds", () => Directory.EnumerateFileSystemEntries(OpenFiles).Count(), null, "Files and connections that are open.");
        meter.CreateObservableGauge("dotnet.gc.heap", () => GC.GetTotalMemory(false), "By", "Memory of objects.");
        meter.CreateObservableGauge("dotnet.thread_pool.queue", () => ThreadPool.PendingWorkItemCount, "{item}", "Work that waits for a thread.");
    }

    private static double Seconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / 1000.0;

    private static Measurement<double> Labelled(double value, string label, string of) => new(value, KeyValuePair.Create<string, object?>(label, of));

    private static IEnumerable<Measurement<double>> One(double? value) => value is { } known ? [new Measurement<double>(known)] : [];

    private void Queues(Meter meter, string name, string unit, string what, Func<QueueFigures, double> value) =>
        meter.CreateObservableGauge(name, () => Last?.Queues.Select(q => Labelled(value(q), "queue", q.Queue)) ?? [], unit, what);
}
