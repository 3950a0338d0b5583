using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Updates;
using Solidarity.Web.Forms;
using Solidarity.Web.People;
using Solidarity.Web.Story;

namespace Solidarity.Web.Pages.Workspace.Updates;

/// <summary>An update being written: the same form for a new one and for one that is there.</summary>
public abstract class UpdateFormPage(SolidarityDb db, IStringLocalizer<Texts.Projects> texts) : FormPage
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string Language { get; set; } = "";

    [BindProperty]
    public UpdateAudience Audience { get; set; }

    /// <summary>Of the words that the form was filled with; empty for a new update.</summary>
    [BindProperty]
    public Guid Version { get; set; }

    /// <summary>What readers would see; null unless asked for.</summary>
    public IHtmlContent? Preview { get; private set; }

    /// <summary>What somebody else saved meanwhile, to be held against one's own words; null where nobody did.</summary>
    public UpdateWords? Theirs { get; protected set; }

    /// <summary>Its mails have gone: who it is for stays.</summary>
    public bool IsPublished { get; protected set; }

    /// <summary>Those that somebody can be in today.</summary>
    public static IReadOnlyList<UpdateAudience> Audiences { get; } = [UpdateAudience.Everyone, UpdateAudience.Givers];

    /// <summary>Whoever writes may also show it, and it is not shown yet.</summary>
    public bool MayPublish => !IsPublished && HttpContext.Workplace().May(Right.PublishWords);

    protected bool WantsPublishing => MayPublish && Request.Form.ContainsKey("publish");

    protected UpdateWords Words => new(Title, Body, Language, Audiences.Contains(Audience) ? Audience : UpdateAudience.Everyone);

    protected bool WantsPreview => Request.Form.ContainsKey("preview");

    protected SolidarityDb Db => db;

    protected async Task<IActionResult> ShowPreviewAsync(CancellationToken cancel)
    {
        var typed = CleanText.Lines(Body) ?? "";
        Preview = await db.ShowAsync(typed, texts["Table"], cancel);
        return Page();
    }
}
