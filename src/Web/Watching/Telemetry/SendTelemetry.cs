using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Solidarity.Domain.Watching;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Watching.Telemetry;

/// <summary>
/// Sends spans and figures by OTLP, where a collector is named: by the standard OTEL_* variables, all of which count, or by Telemetry:Otlp. The package
/// that hosts OpenTelemetry and those that instrument the server are not needed: the server and the HTTP client speak for themselves since .NET 9.
/// </summary>
internal sealed class SendTelemetry(Settings settings, FigureGauges gauges) : IHostedService, IDisposable
{
    private const string ServiceName = "OTEL_SERVICE_NAME";

    private TracerProvider? _spans;
    private MeterProvider? _figures;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = gauges;
        _spans = Sdk.CreateTracerProviderBuilder().ConfigureResource(Describe)
            .AddSource(BareSpans.Requests, BareSpans.Calls, Watch.Name)
            .AddProcessor(new BareSpans())
            .AddOtlpExporter(options => To(options, "v1/traces"))
            .Build();
        _figures = Sdk.CreateMeterProviderBuilder().ConfigureResource(Describe)
            .AddMeter(Watch.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddOtlpExporter(options => To(options, "v1/metrics"))
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sends now what has been gathered.</summary>
    internal void Flush()
    {
        _spans?.ForceFlush();
        _figures?.ForceFlush();
    }

    /// <summary>Sends what is left, not for long.</summary>
    public void Dispose()
    {
        _spans?.Dispose();
        _figures?.Dispose();
    }

    private static void Describe(ResourceBuilder resource)
    {
        // The name in the variables was read already, and counts more than ours.
        if (Environment.GetEnvironmentVariable(ServiceName) is null)
            resource.AddService("solidarity", serviceVersion: ThisProgram.Version, serviceInstanceId: $"{Environment.MachineName}:{Environment.ProcessId}");
    }

    private void To(OtlpExporterOptions options, string path)
    {
        if (settings.Watching.Otlp is not { } collector)
            return;
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
