using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Story;

/// <summary>What the script beside the story's form asks for while somebody types. The form works the same without it.</summary>
public static class WritingAddresses
{
    public static void MapWriting(this IEndpointRouteBuilder app)
    {
        app.MapPost("/workspace/projects/{project}/preview", async ([FromForm] string? story, SolidarityDb db, IStringLocalizer<Texts.Projects> texts, CancellationToken cancel) =>
            Results.Content(StoryMarkdown.ToHtml(Within(story), texts["Table"], await db.PicturesInAsync(Within(story), cancel)), "text/html; charset=utf-8"))
            .RequireRateLimiting(SafetySetup.Reading).ExcludeFromDescription().WithMetadata(new AsksAttribute(Right.WriteWords));

        app.MapPost("/workspace/projects/{project}/draft/{language}", async (
            string language, [FromForm] string? title, [FromForm] string? summary, [FromForm] string? place, [FromForm] string? story, [FromForm] int? basedOn,
            HttpContext context, KeepDraft keep, CancellationToken cancel) =>
        {
            if (!Languages.Speaks(language))
                return Results.NotFound();
            var workplace = context.Workplace();
            await keep.RunAsync(workplace.ProjectId!.Value, language, new StoryWords(title ?? "", summary ?? "", place, story ?? ""), basedOn ?? 0, workplace.PersonId, cancel);
            return Results.NoContent();
        }).ExcludeFromDescription().WithMetadata(new AsksAttribute(Right.WriteWords));
    }

    private static string Within(string? story) => CleanText.Lines(story) is not { } text ? "" : text.Length > StoryWords.LongestStory ? text[..StoryWords.LongestStory] : text;
}
