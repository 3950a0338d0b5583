using System.Net;
using System.Net.Sockets;

namespace Solidarity.Domain.CardTesting;

/// <summary>Who is counted as one, wherever attempts are counted by address.</summary>
public static class Household
{
    /// <summary>A household has one IPv4 address, and in IPv6 a whole /64 of them.</summary>
    /// <param name="address">Null where nobody knows: all of those are one.</param>
    public static IPAddress Of(IPAddress? address)
    {
        if (address is null)
            return IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
