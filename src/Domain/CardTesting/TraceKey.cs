using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Solidarity.Domain.CardTesting;

/// <summary>Makes of addresses and cards what can be compared and not read: there are so few of either that a plain hash could be guessed.</summary>
/// <param name="secret">The same on every node. Another one forgets what was counted.</param>
public sealed class TraceKey(string secret)
{
    private readonly byte[] _key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "solidarity traces"u8);

    /// <returns>64 characters of hexadecimal.</returns>
    public string Of(string what, string subject) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{what}:{subject}")));

    public string OfNetwork(IPAddress? address) => Of("network", Household.Of(address).ToString());
}
