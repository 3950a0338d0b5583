using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Solidarity.Benchmarks.Measuring;

/// <summary>
/// Clients that ask again as soon as they are answered, each on a connection and a thread of its own. Threads that block cost the machine less than
/// asynchronous calls do, and on two processors what the client costs is taken from the server.
/// </summary>
internal static class Load
{
    private const int Connections = 16;

    /// <param name="next">The bytes of the next request; called by several threads.</param>
    /// <returns>Requests answered with a status in the 200s, a second.</returns>
    /// <exception cref="InvalidOperationException">Another status.</exception>
    public static double PerSecond(int port, Func<byte[]> next, TimeSpan time, int connections = Connections)
    {
        var begin = Stopwatch.GetTimestamp();
        var clients = Enumerable.Range(0, connections).Select(_ => new Client(port, next, begin, time)).ToList();
        var threads = clients.ConvertAll(client => new Thread(client.Run));
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        if (clients.Find(c => c.Trouble is not null) is { Trouble: { } trouble })
            throw new InvalidOperationException(trouble);
        return clients.Sum(c => c.Answered) / Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    /// <param name="cookie">Of somebody who is signed in.</param>
    public static Func<byte[]> Get(string path, string? cookie = null)
    {
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nAccept-Language: en\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}\r\n");
        return () => request;
    }

    private sealed class Client(int port, Func<byte[]> next, long begin, TimeSpan time)
    {
        private readonly byte[] _buffer = new byte[512 * 1024];

        public long Answered { get; private set; }

        public string? Trouble { get; private set; }

        public void Run()
        {
            try
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Connect(IPAddress.Loopback, port);
                // Once at least: no time at all means one request.
                do
                {
                    socket.Send(next());
                    Read(socket);
                    Answered++;
                }
                while (Stopwatch.GetElapsedTime(begin) < time);
            }
            catch (Exception e) when (e is SocketException or InvalidOperationException)
            {
                Trouble = e.Message;
            }
        }

        private void Read(Socket socket)
        {
            var filled = 0;
            var head = -1;
            while (head < 0)
            {
                filled += Receive(socket, filled);
                head = _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
            }

            if (_buffer[9] != '2')
                throw new InvalidOperationException($"The server answered: {Encoding.ASCII.GetString(_buffer, 0, Math.Min(filled, 500))}");
            var length = LengthOf(Encoding.ASCII.GetString(_buffer, 0, head));
            while (length is { } bytes ? filled < head + 4 + bytes : !_buffer.AsSpan(0, filled).EndsWith("\r\n0\r\n\r\n"u8))
                filled += Receive(socket, filled);
        }

        private int Receive(Socket socket, int filled)
        {
            var got = socket.Receive(_buffer, filled, _buffer.Length - filled, SocketFlags.None);
            return got > 0 ? got : throw new InvalidOperationException("The server hung up.");
        }

        /// <summary>Null: it comes in chunks.</summary>
        private static long? LengthOf(string head)
        {
            const string name = "\r\nContent-Length: ";
            var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return null;
            var value = head.AsSpan(at + name.Length);
            var end = value.IndexOf('\r');
            return long.Parse(end < 0 ? value : value[..end], CultureInfo.InvariantCulture);
        }
    }
}
