using Microsoft.Extensions.Diagnostics.HealthChecks;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Watching.Health;

/// <summary>Whether there is room for what comes. A full disk takes no gift where the database is a file, and no picture anywhere.</summary>
internal sealed class DiskCheck(Settings settings) : IHealthCheck
{
    private const long Needed = 512L * 1024 * 1024;

    /// <returns>Null where the system does not say.</returns>
    public static long? FreeBytes(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(FreeBytes(settings.Data) switch
    {
        null => HealthCheckResult.Degraded("The system does not say how much room the data folder has."),
        < Needed => HealthCheckResult.Degraded("The disk of the data folder has less than 512 MB left."),
        _ => HealthCheckResult.Healthy("The disk of the data folder has room."),
    });
}
