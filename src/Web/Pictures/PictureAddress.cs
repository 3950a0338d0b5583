using System.Globalization;
using System.Text.RegularExpressions;
using Solidarity.Domain.Pictures;

namespace Solidarity.Web.Pictures;

/// <summary>Addresses of pictures: /pictures/{token}/{width}.webp.</summary>
public static partial class PictureAddress
{
    /// <summary>Where a browser knows no srcset: enough for a phone, and not too much for one.</summary>
    private const int Usual = 640;

    public static string FileName(int width) => string.Create(CultureInfo.InvariantCulture, $"{width}.webp");

    public static string Of(string token, int width) => $"/pictures/{token}/{FileName(width)}";

    /// <summary>Its widths in pixels, from narrow to wide.</summary>
    public static IReadOnlyList<int> AllWidths(this Picture picture) => [.. picture.Widths.Split(',').Select(w => int.Parse(w, CultureInfo.InvariantCulture))];

    /// <summary>The widest that is no wider than asked, or the narrowest there is.</summary>
    public static string AddressNear(this Picture picture, int width)
    {
        var widths = picture.AllWidths();
        return Of(picture.Token, widths.LastOrDefault(w => w <= width, widths[0]));
    }

    public static string UsualAddress(this Picture picture) => picture.AddressNear(Usual);

    /// <summary>All widths, for the browser to choose from.</summary>
    public static string SourceSet(this Picture picture) =>
        string.Join(", ", picture.AllWidths().Select(w => string.Create(CultureInfo.InvariantCulture, $"{Of(picture.Token, w)} {w}w")));

    /// <summary>The token of an address of ours; null for any other address.</summary>
    public static string? TokenIn(string? address) => Address().Match(address ?? "") is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex(@"^/pictures/([A-Za-z0-9_-]{27})/[1-9][0-9]{0,4}\.webp$")]
    private static partial Regex Address();
}
