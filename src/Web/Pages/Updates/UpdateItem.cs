using Solidarity.Domain.Updates;

namespace Solidarity.Web.Pages.Updates;

/// <summary>An update in a list.</summary>
/// <param name="Beginning">Of its Markdown, as much as a teaser is made from; nothing of what is for some readers only.</param>
/// <param name="Project">Its title, where the list is of more than one project.</param>
public sealed record UpdateItem(int Number, string Title, string Beginning, string Language, DateTimeOffset PublishedAt, UpdateAudience Audience, string Slug, string Project, string ProjectLanguage)
{
    /// <summary>Characters.</summary>
    public const int LongestTeaser = 220;

    /// <summary>The first words, without the marks of Markdown.</summary>
    public string Teaser => PlainWords.Of(Beginning, LongestTeaser);
}

public static class UpdateItems
{
    public static IQueryable<UpdateItem> Items(this IQueryable<Update> updates) => updates.Select(u =>
        new UpdateItem(u.Number, u.Title, u.Audience == UpdateAudience.Everyone ? u.Body.Substring(0, PlainWords.Read * UpdateItem.LongestTeaser) : "", u.Language, u.PublishedAt!.Value, u.Audience, u.Project.Slug, u.Project.Title, u.Project.Language));
}
