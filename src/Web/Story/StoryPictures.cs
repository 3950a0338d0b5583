using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Pictures;
using Solidarity.Web.Pictures;

namespace Solidarity.Web.Story;

/// <summary>Uploaded pictures in a story: ![what it shows](/pictures/{token}/{width}.webp).</summary>
public static class StoryPictures
{
    /// <summary>The pictures that a text shows, by token, to pass to <see cref="StoryMarkdown.ToHtml"/>.</summary>
    public static Task<IReadOnlyDictionary<string, Picture>> PicturesInAsync(this SolidarityDb db, string markdown, CancellationToken cancel) =>
        db.PicturesAsync(StoryMarkdown.PicturesIn(markdown), cancel);

    /// <summary>A text as HTML, with the pictures that it shows.</summary>
    /// <param name="tableWord">What the reader's language calls a table.</param>
    public static async Task<IHtmlContent> ShowAsync(this SolidarityDb db, string markdown, string tableWord, CancellationToken cancel)
    {
        var read = StoryMarkdown.Read(markdown);
        return new HtmlString(StoryMarkdown.Write(read, markdown, tableWord, await db.PicturesAsync(StoryMarkdown.PicturesIn(read), cancel)));
    }

    private static async Task<IReadOnlyDictionary<string, Picture>> PicturesAsync(this SolidarityDb db, IReadOnlySet<string> tokens, CancellationToken cancel) =>
        tokens.Count == 0 ? new Dictionary<string, Picture>() : await db.Pictures.AsNoTracking().Where(p => tokens.Contains(p.Token)).ToDictionaryAsync(p => p.Token, cancel);

    /// <summary>Says how large it is and in which widths it can be had; its own words stand where the text has none for it.</summary>
    internal static void Describe(LinkInline image, Picture picture)
    {
        (image.Url, image.GetDynamicUrl) = (picture.UsualAddress(), null);
        foreach (var (name, value) in PictureMarkup.Attributes(picture, PictureMarkup.InText, eager: false))
            image.GetAttributes().AddProperty(name, value);
        if (image.FirstChild is null)
            image.AppendChild(new LiteralInline(picture.Alt));
    }
}
