using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Solidarity.Faults.Running;

/// <summary>
/// A port that is ours while a program on it is killed and started again. Taken from below the range that outgoing connections use: a client that
/// knocks at an unused port of that range may be given the very same one and talk to itself.
/// </summary>
internal sealed class Port : IDisposable
{
    private const int Most = 60;

    private readonly FileStream _claim;

    private Port(int number, FileStream claim) => (Number, _claim) = (number, claim);

    public int Number { get; }

    /// <summary>Where those begin that these tests use: FAULTS_PORT moves them out of the way of others on the same machine.</summary>
    private static readonly int First = Environment.GetEnvironmentVariable("FAULTS_PORT") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 5190;

    /// <summary>The first free one.</summary>
    public static Port Claim()
    {
        for (var number = First; number < First + Most; number++)
        {
            if (TryClaim(number) is not { } claim)
                continue;
            if (IsFree(number))
                return new Port(number, claim);
            claim.Dispose();
        }

        throw new InvalidOperationException($"No free port from {First} to {First + Most - 1}.");
    }

    public void Dispose() => _claim.Dispose();

    /// <summary>Another run of these tests sees that the port is taken even while nothing listens on it.</summary>
    private static FileStream? TryClaim(int number)
    {
        try
        {
            return new FileStream(Path.Combine(Path.GetTempPath(), $"solidarity-port-{number}"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsFree(int number)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, number);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
