using System.Net;
using System.Net.Sockets;

namespace Solidarity.Faults.Running;

/// <summary>One address before all nodes: each connection goes to the next node that takes it, and breaks when that node does.</summary>
internal sealed class Front : IAsyncDisposable
{
    private readonly Port _port = Port.Claim();
    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _listener;
    private readonly Task _serving;
    private Uri[] _nodes = [];
    private int _next;

    public Front()
    {
        _listener = new TcpListener(IPAddress.Loopback, _port.Number);
        _listener.Start(512);
        _serving = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{_port.Number}");

    public void Serve(IEnumerable<Uri> nodes) => _nodes = [.. nodes];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
        _port.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = PassOnAsync(await _listener.AcceptSocketAsync(_stop.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // It hung up at once, or all is over.
            }
        }
    }

    private async Task PassOnAsync(Socket visitor)
    {
        using (visitor)
        using (var node = await ConnectAsync())
        {
            if (node is null)
                return;
            try
            {
                using var over = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                await Task.WhenAny(CopyAsync(visitor, node, over.Token), CopyAsync(node, visitor, over.Token));
                await over.CancelAsync();
            }
            catch (ObjectDisposedException)
            {
                // All is over.
            }
        }
    }

    private async Task<Socket?> ConnectAsync()
    {
        var nodes = _nodes;
        for (var tries = 0; tries < nodes.Length; tries++)
        {
            var node = nodes[(uint)Interlocked.Increment(ref _next) % (uint)nodes.Length];
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, node.Port, _stop.Token);
                return socket;
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                socket.Dispose();
            }
        }

        return null;
    }

    private static async Task CopyAsync(Socket from, Socket to, CancellationToken cancel)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, cancel) is > 0 and var read)
            {
                for (var sent = 0; sent < read;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent), cancel);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Either end is gone.
        }
    }
}
