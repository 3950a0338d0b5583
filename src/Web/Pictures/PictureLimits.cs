namespace Solidarity.Web.Pictures;

/// <summary>How much of a picture is taken.</summary>
public static class PictureLimits
{
    public const int Megabytes = 10;

    public const long Bytes = Megabytes * 1024 * 1024;

    public const int Megapixels = 40;

    /// <summary>Pixels of one side. WebP itself ends at 16,383.</summary>
    public const int Side = 12_000;

    /// <summary>Of the files that are kept, in pixels, from narrow to wide.</summary>
    public static readonly int[] Widths = [320, 640, 1280, 1920];

    public static int Widest => Widths[^1];

    /// <summary>Those that a picture is kept in: none wider than itself, and itself if it is no wider than the widest.</summary>
    /// <param name="width">The picture's own, already no more than the widest.</param>
    public static IReadOnlyList<int> WidthsOf(int width) => [.. Widths.Where(w => w < width), width];
}
