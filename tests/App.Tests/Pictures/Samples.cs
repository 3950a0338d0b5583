using System.Diagnostics;
using System.Text;

namespace Solidarity.App.Tests.Pictures;

/// <summary>Files that people and others upload.</summary>
internal static class Samples
{
    public const string Secret = "Liege, 12 rue du Secret";

    public static byte[] Svg => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"400\"><script>alert(1)</script></svg>");

    public static byte[] Html => Encoding.UTF8.GetBytes("<!doctype html><html><script>alert(1)</script></html>");

    /// <summary>The beginning of a ZIP, which is read from its end.</summary>
    public static byte[] Zip => [0x50, 0x4B, 0x03, 0x04, .. new byte[26], 0x50, 0x4B, 0x05, 0x06, .. new byte[18]];

    /// <summary>A picture of another kind, made by libvips of a PNG.</summary>
    /// <param name="ending">Such as ".jpg" or ".avif[effort=0]".</param>
    public static byte[] Convert(byte[] png, string ending) => Make(png, ending, "copy", "in.png", "out" + ending);

    /// <summary>A PNG turned by some degrees, as a hand holds a telephone.</summary>
    public static byte[] Turn(byte[] png, int degrees) => Make(png, ".png", "rotate", "in.png", "out.png", degrees.ToString(System.Globalization.CultureInfo.InvariantCulture), "--background", "255");

    private static byte[] Make(byte[] png, string ending, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("solidarity-samples-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "in.png"), png);
            using var process = Process.Start(new ProcessStartInfo("vips", arguments) { WorkingDirectory = folder })!;
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return File.ReadAllBytes(Path.Combine(folder, "out" + ending.Split('[')[0]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static byte[] Jpeg(int width, int height) => Convert(Png.Of(width, height), ".jpg");

    /// <summary>As a telephone makes it: lying on its side, with the place where it was taken and a few words.</summary>
    public static byte[] JpegOfATelephone(int width, int height)
    {
        byte[] words = [.. Encoding.ASCII.GetBytes(Secret), 0];
        // TIFF, big-endian: IFD0 with the orientation (6: turn right), a description and a GPS IFD that holds a latitude reference.
        byte[] tiff =
        [
            .. "MM"u8, 0, 42, 0, 0, 0, 8,
            0, 3,
            0x01, 0x0E, 0, 2, 0, 0, 0, (byte)words.Length, 0, 0, 0, 68,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0,
            0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 50,
            0, 0, 0, 0,
            0, 1, 0, 1, 0, 2, 0, 0, 0, 2, (byte)'N', 0, 0, 0, 0, 0, 0, 0,
            .. words,
        ];
        byte[] exif = [.. "Exif"u8, 0, 0, .. tiff];
        var jpeg = Jpeg(width, height);
        var length = exif.Length + 2;
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. exif, .. jpeg[2..]];
    }

    /// <summary>A JPEG whose header claims another size.</summary>
    public static byte[] JpegThatClaims(int width, int height)
    {
        var jpeg = Jpeg(64, 64);
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        (jpeg[frame + 5], jpeg[frame + 6], jpeg[frame + 7], jpeg[frame + 8]) = ((byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width);
        return jpeg;
    }

    /// <summary>Frames on a canvas; each claims to be a square, and has one pixel of it.</summary>
    public static byte[] Gif(int side, int frames, int square = 1)
    {
        byte[] size = [(byte)side, (byte)(side >> 8), (byte)side, (byte)(side >> 8)];
        byte[] frame = [0x21, 0xF9, 4, 0, 1, 0, 0, 0, 0x2C, 0, 0, 0, 0, (byte)square, (byte)(square >> 8), (byte)square, (byte)(square >> 8), 0, 2, 2, 0x44, 1, 0];
        return [.. "GIF89a"u8, .. size, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, .. Enumerable.Repeat(frame, frames).SelectMany(f => f), 0x3B];
    }
}
