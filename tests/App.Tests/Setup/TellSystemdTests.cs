using System.Net.Sockets;
using System.Text;
using Solidarity.Web.Setup;

namespace Solidarity.App.Tests.Setup;

public sealed class TellSystemdTests
{
    [Fact]
    public async Task It_hears_when_the_site_answers_and_when_it_stops()
    {
        var path = Path.Combine(Path.GetTempPath(), $"notify-{Guid.NewGuid():N}");
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(path));
        try
        {
            var tell = new TellSystemd(path);
            await tell.StartedAsync(CancellationToken.None);
            Assert.Equal("READY=1", await HearAsync(systemd));
            await tell.StoppingAsync(CancellationToken.None);
            Assert.Equal("STOPPING=1", await HearAsync(systemd));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public Task Without_systemd_nothing_happens() => new TellSystemd(null).StartedAsync(CancellationToken.None);

    private static async Task<string> HearAsync(Socket socket)
    {
        var buffer = new byte[64];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer, patience.Token));
    }
}
