using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Solidarity.StripeSandbox.Pages;

/// <summary>
/// A piece of HTML made from an interpolated string: literals are markup, everything put between braces is text and is
/// encoded, unless it is HTML itself.
/// </summary>
internal readonly record struct Html(string Markup)
{
    public static readonly Html Nothing = new("");

    public static Html Of(HtmlWriter writer) => new(writer.Done());

    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> item) => new(string.Concat(items.Select(one => item(one).Markup)));

    public static Html When(bool condition, Func<Html> then) => condition ? then() : Nothing;

    public override string ToString() => Markup;
}

[InterpolatedStringHandler]
internal readonly ref struct HtmlWriter(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text = new(literalLength + formattedCount * 16);

    public void AppendLiteral(string markup) => text.Append(markup);

    public void AppendFormatted(Html html) => text.Append(html.Markup);

    public void AppendFormatted<T>(T value) => text.Append(Encoder.Encode(value?.ToString() ?? ""));

    public string Done() => text.ToString();
}
