using System.Globalization;
using Solidarity.Domain.Pictures;

namespace Solidarity.Web.Pictures;

/// <summary>How a picture stands in a page: its place is kept before it is there, and the browser takes the width that it needs.</summary>
internal static class PictureMarkup
{
    /// <summary>As wide as a column of text.</summary>
    public const string InText = "(min-width: 40rem) 38rem, 100vw";

    /// <summary>As wide as a card: one, two or three in a row.</summary>
    public const string InCard = "(min-width: 62rem) 24rem, (min-width: 40rem) 50vw, 100vw";

    /// <summary>Attributes of img besides src and alt.</summary>
    /// <param name="sizes">How wide it will be shown, as in the attribute of that name.</param>
    /// <param name="eager">Seen at once, such as a cover: asked for before the reader gets there.</param>
    public static IEnumerable<(string Name, string Value)> Attributes(Picture picture, string sizes, bool eager)
    {
        yield return ("srcset", picture.SourceSet());
        yield return ("sizes", sizes);
        yield return ("width", picture.Width.ToString(CultureInfo.InvariantCulture));
        yield return ("height", picture.Height.ToString(CultureInfo.InvariantCulture));
        yield return eager ? ("fetchpriority", "high") : ("loading", "lazy");
        yield return ("decoding", "async");
    }
}
