using System.Globalization;
using System.Text.RegularExpressions;
using Solidarity.Domain.Pictures;
using Solidarity.Domain.Projects;

namespace Solidarity.Web.Pictures;

/// <summary>Addresses of pictures: /pictures/{token}/{width}.webp.</summary>
public static partial class PictureAddress
{
    /// <summary>Where a browser knows no srcset: enough for a phone, and not too much for one.</summary>
    private const int Usual = 640;

    /// <summary>What messengers and the like ask for (https://ogp.me).</summary>
    private const int Shared = 1280;

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

    /// <summary>What others show who link to a page of the project; null where it has no cover.</summary>
    public static string? CoverAddress(this Project project) => project.CoverPicture?.AddressNear(Shared) ?? project.Cover;

    /// <summary>The line that shows it in a text.</summary>
    public static string Markdown(this Picture picture) => $"![{Special().Replace(picture.Alt, @"\$0")}]({picture.UsualAddress()})";

    public static string UsualAddress(this Picture picture) => picture.AddressNear(Usual);

    /// <summary>All widths, for the browser to choose from.</summary>
    public static string SourceSet(this Picture picture) =>
        string.Join(", ", picture.AllWidths().Select(w => string.Create(CultureInfo.InvariantCulture, $"{Of(picture.Token, w)} {w}w")));

    /// <summary>The token of an address of ours; null for any other address.</summary>
    public static string? TokenIn(string? address) => Address().Match(address ?? "") is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>What Markdown would take for something else than a letter.</summary>
    [GeneratedRegex(@"[\\\[\]*_`<&]")]
    private static partial Regex Special();

    [GeneratedRegex(@"^/pictures/([A-Za-z0-9_-]{27})/[1-9][0-9]{0,4}\.webp$")]
    private static partial Regex Address();
}
