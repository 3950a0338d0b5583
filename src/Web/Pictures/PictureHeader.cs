using System.Globalization;
using System.Text.RegularExpressions;

namespace Solidarity.Web.Pictures;

/// <summary>What libvips read in the first bytes of a file, before anything was decoded.</summary>
/// <param name="Loader">The decoder that it would use, such as jpegload.</param>
internal sealed partial record PictureHeader(int Width, int Height, string Loader)
{
    private static readonly string[] Taken = ["jpegload", "pngload", "webpload", "gifload", "heifload"];

    public bool IsKnownKind => Taken.Contains(Loader);

    public bool HasTooManyPixels => Width > PictureLimits.Side || Height > PictureLimits.Side || (long)Width * Height > PictureLimits.Megapixels * 1_000_000L;

    /// <summary>From a line of vipsheader: "upload: 4000x3000 uchar, 3 bands, srgb, jpegload".</summary>
    public static PictureHeader? Read(string line) => Line().Match(line) is { Success: true } found
        ? new PictureHeader(int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture), found.Groups[3].Value)
        : null;

    [GeneratedRegex(@"^[a-z.]+: ([0-9]{1,9})x([0-9]{1,9}) .*, ([a-z0-9]+)\s*$")]
    private static partial Regex Line();
}
