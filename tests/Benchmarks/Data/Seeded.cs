using System.Buffers.Text;
using Solidarity.Domain.Meals;

namespace Solidarity.Benchmarks.Data;

/// <summary>Chance that comes out the same for the same seed: ids, secrets and choices.</summary>
internal sealed class Seeded(int seed)
{
#pragma warning disable CA5394 // Nothing here protects anything.
    private readonly Random _random = new(seed);

    /// <summary>As Guid.CreateVersion7 makes them.</summary>
    public Guid Id(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        var moment = at.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
            bytes[i] = (byte)(moment >> (40 - (8 * i)));
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    public string Token()
    {
        Span<byte> bytes = stackalloc byte[20];
        _random.NextBytes(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>An id as Stripe makes them.</summary>
    public string StripeId(string kind) => $"{kind}_{Token()[..24]}";

    public string Voucher()
    {
        var code = new char[VoucherCode.Length];
        for (var i = 0; i < code.Length - 1; i++)
            code[i] = VoucherCode.Signs[Below(VoucherCode.Signs.Length)];
        foreach (var check in VoucherCode.Signs)
        {
            code[^1] = check;
            if (VoucherCode.Parse(new string(code)) is { } valid)
                return valid;
        }

        throw new InvalidOperationException("Every code has a check sign.");
    }

    public int Below(int most) => _random.Next(most);

    /// <param name="percent">How often of a hundred times.</param>
    public bool Chance(double percent) => _random.NextDouble() * 100 < percent;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
#pragma warning restore CA5394
}
