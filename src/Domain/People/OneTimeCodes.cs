using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Solidarity.Domain.People;

/// <summary>The codes of authenticator apps (RFC 6238): six digits, another every half minute.</summary>
public static class OneTimeCodes
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private const int Seconds = 30;

    /// <summary>The half minute that this moment lies in, counted from 1970.</summary>
    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / Seconds;

    /// <param name="key">In base32, as authenticator apps take it.</param>
    public static string Of(string key, long step)
    {
        Span<byte> message = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
#pragma warning disable CA5350 // RFC 6238 says SHA-1, and many authenticator apps know nothing else.
        var hash = HMACSHA1.HashData(Decode(key), message);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is: now, or one before or after for clocks that differ; null for none.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Of(key, step)), System.Text.Encoding.UTF8.GetBytes(code)))
                found = step;
        }

        return found;
    }

    private static byte[] Decode(string key)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var c in key.ToUpperInvariant())
        {
            var value = Base32.IndexOf(c, StringComparison.Ordinal);
            if (value < 0)
                continue;
            (bits, count) = (((bits << 5) | value) & 0xFFF, count + 5);
            if (count < 8)
                continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
        }

        return [.. bytes];
    }
}
