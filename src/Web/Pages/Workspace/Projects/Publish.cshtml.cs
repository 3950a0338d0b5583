using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>Shows the newest words to the world, with what changes by it; or takes a translation away.</summary>
[Asks(Right.PublishWords)]
public sealed class PublishModel(SolidarityDb db, PublishStory publish, IStringLocalizer<Texts.Writing> texts) : ProjectPage(db)
{
    public string Language { get; private set; } = "";

    public StoryVersion Newest { get; private set; } = null!;

    public ChangesShown? Changes { get; private set; }

    public bool IsNew { get; private set; }

    public bool CanWithdraw { get; private set; }

    public async Task<IActionResult> OnGetAsync(string language, CancellationToken cancel)
    {
        if (await Db.NewestAsync(Project, language, cancel) is not { } newest)
            return NotFound();
        (Language, Newest) = (language, newest);
        var translation = await Db.ProjectTranslations.AsNoTracking().SingleOrDefaultAsync(t => t.ProjectId == Project.Id && t.Language == language, cancel);
        CanWithdraw = translation is not null;
        var (number, shown) = language == Project.Language
            ? (Math.Max(1, Project.StoryNumber), new StoryWords(Project.Title, Project.Summary, Project.Place, Project.Story))
            : (translation?.Number, translation is null ? null : new StoryWords(translation.Title, translation.Summary, translation.Place, translation.Story));
        IsNew = number != newest.Number;
        Changes = shown is null || !IsNew ? null : ChangesShown.Of(texts["PublicNow"], shown, texts["PublicThen"], newest.Words);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string language, int number, bool withdraw, CancellationToken cancel)
    {
        try
        {
            if (withdraw)
                await publish.WithdrawTranslationAsync(Project.Id, language, Me, cancel);
            else
                await publish.RunAsync(Project.Id, language, number, Me, cancel);
            return Then($"{Home}/translations", withdraw ? "TranslationGone" : "Published");
        }
        catch (Refusal refusal)
        {
            return await OnGetAsync(language, cancel) is NotFoundResult none ? none : Refused(refusal);
        }
    }
}
