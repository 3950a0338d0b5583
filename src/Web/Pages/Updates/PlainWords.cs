using Markdig;

namespace Solidarity.Web.Pages.Updates;

/// <summary>The words of a Markdown text alone.</summary>
internal static class PlainWords
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <param name="most">Characters; what is longer ends in an ellipsis, at a word's end.</param>
    public static string Of(string markdown, int most)
    {
        // No more of a long text is read than can be shown.
        var words = string.Join(' ', Plain(markdown.Length > 4 * most ? markdown[..(4 * most)] : markdown).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length <= most)
            return words;
        var end = words.LastIndexOf(' ', most);
        return words[..(end > most / 2 ? end : most)] + "…";
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
