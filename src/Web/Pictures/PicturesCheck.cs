using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Solidarity.Web.Pictures;

/// <summary>Without the tool no picture can be uploaded; everything else works.</summary>
internal sealed class PicturesCheck(ImageTool tool) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(tool.IsThere ? HealthCheckResult.Healthy("Pictures can be uploaded.") : HealthCheckResult.Degraded("libvips is not installed (Debian: libvips-tools): pictures cannot be uploaded."));
}
