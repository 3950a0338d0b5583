using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;
using Solidarity.Web.Story;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>Writes a project's words in one language.</summary>
[Asks(Right.WriteWords)]
public sealed class StoryModel(SolidarityDb db, WriteStory write, KeepDraft keep, IStringLocalizer<Texts.Writing> texts, IStringLocalizer<Texts.Projects> publicTexts) : ProjectPage(db)
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Story { get; set; }

    /// <summary>Number of the version that was in the form when it was opened.</summary>
    [BindProperty]
    public int BasedOn { get; set; }

    public string Language { get; private set; } = "";

    public bool IsOriginal => Language == Project.Language;

    /// <summary>The newest version, where it is not the one that the form was opened with.</summary>
    public StoryVersion? Theirs { get; private set; }

    public string TheirName => Theirs?.By?.Name is { Length: > 0 } name ? name : texts["Somebody"].Value;

    public ChangesShown? Changes { get; private set; }

    /// <summary>What the same person typed before and did not save.</summary>
    public StoryDraft? Draft { get; private set; }

    /// <summary>Beside a translation: what is translated.</summary>
    public StoryWords? Original { get; private set; }

    public IHtmlContent? Preview { get; private set; }

    /// <summary>Which version is newest, and which is public.</summary>
    public string Standing { get; private set; } = "";

    /// <summary>Of a page that is public already, or in another language: a new project is shown by its review.</summary>
    public bool MayPublish => Workplace.May(Right.PublishWords) && Project.Status != ProjectStatus.InReview && (!IsOriginal || Project.Status != ProjectStatus.Draft);

    public async Task<IActionResult> OnGetAsync(string? language, bool draft, CancellationToken cancel)
    {
        if (!Choose(language))
            return NotFound();
        var newest = await LoadAsync(cancel);
        Draft = await Db.StoryDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.ProjectId == Project.Id && d.Language == Language && d.PersonId == Me, cancel);
        if (Draft is { } kept && newest is not null && (kept.Title, kept.Summary, kept.Place, kept.Story) == (newest.Title, newest.Summary, newest.Place ?? "", newest.Story))
            Draft = null;
        if (draft && Draft is { } taken)
            (Title, Summary, Place, Story, BasedOn) = (taken.Title, taken.Summary, taken.Place, taken.Story, taken.BasedOn);
        else
            (Title, Summary, Place, Story, BasedOn) = (newest?.Title, newest?.Summary, newest?.Place, newest?.Story, newest?.Number ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? language, bool preview, bool forget, bool publish, CancellationToken cancel)
    {
        if (!Choose(language))
            return NotFound();
        if (forget)
        {
            await keep.ForgetAsync(Project.Id, Language, Me, cancel);
            return Then(Request.Path, "Forgotten");
        }

        if (preview)
            return await PreviewAsync(cancel);
        try
        {
            var asked = new FormWords();
            var words = StoryWords.Check(asked, Title, Summary, Place, Story, placeNeeded: IsOriginal);
            asked.Refuse();
            var saved = await write.RunAsync(Project.Id, Language, words, BasedOn, Me, cancel);
            if (saved.Aside is not null)
                return await BothAsync(saved.Newest, words, cancel);
            return publish && MayPublish ? Then($"{Home}/publish/{Language}") : Then(Request.Path, "Saved");
        }
        catch (Refusal refusal)
        {
            await LoadAsync(cancel);
            return Refused(refusal);
        }
    }

    private bool Choose(string? language)
    {
        Language = language ?? Project.Language;
        return Languages.Speaks(Language);
    }

    private async Task<IActionResult> PreviewAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var typed = CleanText.Lines(Story) ?? "";
        Preview = await Db.ShowAsync(typed, publicTexts["Table"], cancel);
        return Page();
    }

    /// <summary>Somebody else saved meanwhile: both states are shown, one's own still in the form, and saving again goes through.</summary>
    private async Task<IActionResult> BothAsync(StoryVersion newest, StoryWords mine, CancellationToken cancel)
    {
        Theirs = await Db.StoryVersions.AsNoTracking().Include(v => v.By).SingleAsync(v => v.Id == newest.Id, cancel);
        Changes = ChangesShown.Of(texts["Theirs", TheirName], newest.Words, texts["Yours"], mine);
        BasedOn = newest.Number;
        await LoadAsync(cancel);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<StoryVersion?> LoadAsync(CancellationToken cancel)
    {
        var newest = await Db.NewestAsync(Project, Language, cancel);
        var shown = IsOriginal ? Math.Max(1, Project.StoryNumber)
            : await Db.ProjectTranslations.Where(t => t.ProjectId == Project.Id && t.Language == Language).Select(t => (int?)t.Number).SingleOrDefaultAsync(cancel);
        var isPublic = Project.IsShown() || !IsOriginal;
        Standing = newest is null ? texts["NothingSaved"] : !isPublic || shown is null ? texts["NewestOnly", newest.Number] : texts["NewestAndPublic", newest.Number, shown];
        Original = IsOriginal ? null : (await Db.NewestAsync(Project, Project.Language, cancel))!.Words;
        return newest;
    }
}
