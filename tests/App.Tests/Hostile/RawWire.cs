using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Solidarity.App.Tests.Hostile;

/// <summary>An answer as it came over the wire; header names in any case.</summary>
internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>HTTP/1.1 by bytes: sends what no HTTP library would. One request at a time; keeps its connection while the site does.</summary>
internal sealed class RawWire(Uri site) : IDisposable
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private TcpClient? _tcp;
    private int _at;
    private int _end;

    /// <param name="request">All of it, head and body.</param>
    /// <param name="method">HEAD is answered without a body.</param>
    /// <param name="whole">False: the request is no whole one, and the connection is not used again.</param>
    /// <returns>Null where the site closed the connection without an answer.</returns>
    public async Task<RawAnswer?> AskAsync(byte[] request, string method, bool whole, CancellationToken cancel)
    {
        var reused = _tcp is not null;
        var answer = await TryAsync(request, method, whole, cancel);
        // A kept connection may have been closed by the site in the meantime.
        return answer is null && reused ? await TryAsync(request, method, whole, cancel) : answer;
    }

    public void Dispose() => Close();

    private async Task<RawAnswer?> TryAsync(byte[] request, string method, bool whole, CancellationToken cancel)
    {
        try
        {
            await OpenAsync(cancel);
            var sending = SendAsync(request, whole, cancel);
            var answer = await ReadAsync(method, cancel);
            var sent = answer is null ? await sending : sending.IsCompletedSuccessfully && await sending;
            if (answer is null || !whole || !sent || answer.Header("Connection") == "close")
                Close();
            await sending;
            return answer;
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            Close();
            return null;
        }
    }

    private async Task OpenAsync(CancellationToken cancel)
    {
        if (_tcp is not null)
            return;
        _tcp = new TcpClient { NoDelay = true };
        (_at, _end) = (0, 0);
        await _tcp.ConnectAsync(site.Host, site.Port, cancel);
    }

    /// <summary>While the answer is read: the site may say no before it has heard all.</summary>
    private async Task<bool> SendAsync(byte[] request, bool whole, CancellationToken cancel)
    {
        var tcp = _tcp!;
        try
        {
            await tcp.GetStream().WriteAsync(request, cancel);
            if (!whole)
                tcp.Client.Shutdown(SocketShutdown.Send);
            return true;
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            return false;
        }
    }

    private async Task<RawAnswer?> ReadAsync(string method, CancellationToken cancel)
    {
        while (true)
        {
            if (await LineAsync(cancel) is not { Length: > 11 } first)
                return null;
            var status = int.Parse(first.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture);
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            while (await LineAsync(cancel) is { Length: > 0 } line)
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                headers[line[..colon]] = headers.TryGetValue(line[..colon], out var before) ? $"{before}, {line[(colon + 1)..].Trim()}" : line[(colon + 1)..].Trim();
            }

            if (status >= 200)
                return new RawAnswer(status, headers, method == "HEAD" || status is 204 or 304 ? [] : await BodyAsync(headers, cancel));
        }
    }

    private async Task<byte[]> BodyAsync(Dictionary<string, string> headers, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        if (headers.ContainsKey("Transfer-Encoding"))
        {
            while (await LineAsync(cancel) is { } size && int.Parse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var length)
            {
                await CopyAsync(body, length, cancel);
                await LineAsync(cancel);
            }

            await LineAsync(cancel);
        }
        else
        {
            await CopyAsync(body, headers.TryGetValue("Content-Length", out var length) ? long.Parse(length, CultureInfo.InvariantCulture) : long.MaxValue, cancel);
        }

        return body.ToArray();
    }

    private async Task CopyAsync(MemoryStream to, long length, CancellationToken cancel)
    {
        while (length > 0 && await FillAsync(cancel))
        {
            var part = (int)Math.Min(length, _end - _at);
            to.Write(_buffer, _at, part);
            (_at, length) = (_at + part, length - part);
        }
    }

    private async ValueTask<string?> LineAsync(CancellationToken cancel)
    {
        var line = new StringBuilder();
        while (await FillAsync(cancel))
        {
            var end = Array.IndexOf(_buffer, (byte)'\n', _at, _end - _at);
            line.Append(Encoding.Latin1.GetString(_buffer, _at, (end < 0 ? _end : end) - _at));
            _at = end < 0 ? _end : end + 1;
            if (end >= 0)
                return line.ToString().TrimEnd('\r');
        }

        return null;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancel)
    {
        if (_at < _end)
            return true;
        (_at, _end) = (0, await _tcp!.GetStream().ReadAsync(_buffer, cancel));
        return _end > 0;
    }

    private void Close()
    {
        _tcp?.Dispose();
        _tcp = null;
    }
}
