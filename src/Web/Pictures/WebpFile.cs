using System.Buffers.Binary;

namespace Solidarity.Web.Pictures;

/// <summary>The WebP container (RFC 9649): a row of chunks.</summary>
internal static class WebpFile
{
    private const int Head = 12;
    private const byte Alpha = 0x10;

    /// <summary>The picture's own chunks and nothing else: libvips 8.14 writes Exif even where it is told to leave it out.</summary>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static byte[] Bare(ReadOnlySpan<byte> file)
    {
        if (file.Length < Head || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WEBP"u8))
            throw new InvalidDataException("Not a WebP file.");
        var bare = new List<byte>(file.Length);
        bare.AddRange(file[..Head]);
        for (var rest = file[Head..]; rest.Length >= 8;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            // Padded to even length; the last one may lack that.
            var whole = (int)Math.Min(8 + size + (size & 1), (uint)rest.Length);
            Add(bare, rest[..whole]);
            rest = rest[whole..];
        }

        var bytes = bare.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)bytes.Length - 8);
        return bytes;
    }

    private static void Add(List<byte> bare, ReadOnlySpan<byte> chunk)
    {
        var name = chunk[..4];
        var begin = bare.Count;
        if (name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8) || name.SequenceEqual("ALPH"u8) || name.SequenceEqual("VP8X"u8))
            bare.AddRange(chunk);
        // The header says which of the other chunks follow: now at most transparency.
        if (name.SequenceEqual("VP8X"u8) && chunk.Length > 8)
            bare[begin + 8] &= Alpha;
    }
}
