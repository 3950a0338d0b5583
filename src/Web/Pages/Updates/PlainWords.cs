using Markdig;

namespace Solidarity.Web.Pages.Updates;

/// <summary>The words of a Markdown text alone.</summary>
internal static class PlainWords
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>How much of the Markdown is read for one character that is shown: the rest are marks and addresses.</summary>
    public const int Read = 4;

    /// <param name="most">Characters; what is longer ends in an ellipsis, at a word's end.</param>
    public static string Of(string markdown, int most)
    {
        // No more of a long text is read than can be shown.
        var words = string.Join(' ', Plain(Begin(markdown, Read * most)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length <= most)
            return words;
        var end = words.LastIndexOf(' ', most);
        return Begin(words, end > most / 2 ? end : most) + "…";
    }

    /// <summary>Never half a character of those that take two.</summary>
    private static string Begin(string text, int most)
    {
        var end = Math.Min(text.Length, most);
        return text[..(end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }

    private static string Plain(string markdown)
    {
        try
        {
            return Markdown.ToPlainText(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's answer to a thousand nested quotes.
            return markdown;
        }
    }
}
