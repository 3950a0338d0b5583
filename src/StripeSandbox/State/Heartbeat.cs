namespace Solidarity.StripeSandbox.State;

/// <summary>Lets things fall due while nobody calls: sessions expire, direct debits settle, disputes arrive.</summary>
internal sealed class Heartbeat(Sandbox sandbox, TimeProvider real) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, real);
        while (await timer.WaitForNextTickAsync(stoppingToken)) sandbox.Do(_ => { });
    }
}
