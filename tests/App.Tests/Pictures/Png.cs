using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Solidarity.App.Tests.Pictures;

/// <summary>PNG files written by hand, honest ones and others (https://www.w3.org/TR/png/).</summary>
internal static class Png
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Grey, one byte a pixel, in stripes.</summary>
    public static byte[] Of(int width, int height) => With(width, height, Rows(width, height));

    /// <param name="extra">Chunks before the picture's data.</param>
    public static byte[] With(int width, int height, byte[] compressed, params byte[][] extra)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        return [.. Signature, .. Chunk("IHDR", header), .. extra.SelectMany(e => e), .. Chunk("IDAT", compressed), .. Chunk("IEND", [])];
    }

    public static byte[] Chunk(string kind, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(kind), .. data];
        return [.. BigEndian((uint)data.Length), .. body, .. BigEndian(Crc(body))];
    }

    /// <summary>So many zero bytes, which take a thousandth of that.</summary>
    public static byte[] Zeros(long count)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            var block = new byte[1024 * 1024];
            for (; count > 0; count -= block.Length)
                zlib.Write(block, 0, (int)Math.Min(count, block.Length));
        }

        return packed.ToArray();
    }

    private static byte[] Rows(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            var row = new byte[width + 1];
            for (var x = 1; x <= width; x++)
                row[x] = (byte)(x * 7);
            for (var y = 0; y < height; y++)
                zlib.Write(row);
        }

        return packed.ToArray();
    }

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
