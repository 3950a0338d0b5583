using Solidarity.Domain.Updates;

namespace Solidarity.Web.Pages.Updates;

/// <summary>An update in a list.</summary>
/// <param name="Project">Its title, where the list is of more than one project.</param>
public sealed record UpdateItem(int Number, string Title, string Body, string Language, DateTimeOffset PublishedAt, UpdateAudience Audience, string Slug, string Project, string ProjectLanguage)
{
    private const int Beginning = 220;

    /// <summary>The first words, without the marks of Markdown; nothing of what is for some readers only.</summary>
    public string Teaser => Audience == UpdateAudience.Everyone ? PlainWords.Of(Body, Beginning) : "";
}

public static class UpdateItems
{
    public static IQueryable<UpdateItem> Items(this IQueryable<Update> updates) => updates.Select(u =>
        new UpdateItem(u.Number, u.Title, u.Body, u.Language, u.PublishedAt!.Value, u.Audience, u.Project.Slug, u.Project.Title, u.Project.Language));
}
