using System.Net.Sockets;
using System.Text;

namespace Solidarity.Web.Setup;

/// <summary>
/// Tells systemd when the program answers, and when it begins to stop (sd_notify(3)): a unit of Type=notify counts as started only then, so that restarting
/// one node after the other leaves no gap. Elsewhere nothing happens.
/// </summary>
internal sealed class TellSystemd(string? socket) : IHostedLifecycleService
{
    /// <summary>Set by systemd.</summary>
    public const string Variable = "NOTIFY_SOCKET";

    public Task StartedAsync(CancellationToken cancellationToken) => TellAsync("READY=1");

    public Task StoppingAsync(CancellationToken cancellationToken) => TellAsync("STOPPING=1");

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task TellAsync(string what)
    {
        if (string.IsNullOrEmpty(socket))
            return;
        using var to = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        // A name that begins with @ is in the abstract namespace, which is written with a zero.
        await to.SendToAsync(Encoding.UTF8.GetBytes(what), new UnixDomainSocketEndPoint(socket[0] == '@' ? '\0' + socket[1..] : socket));
    }
}
