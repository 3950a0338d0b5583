using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.Updates;
using Solidarity.Web.Caching;
using Solidarity.Web.People;
using Solidarity.Web.Story;

namespace Solidarity.Web.Pages.Updates;

/// <summary>One update with its answers. What is for givers alone opens by the key in their mail, by their gift's link, or signed in.</summary>
[OutputCache(PolicyName = PageCache.Public)]
[Everyone]
public sealed class UpdateModel(SolidarityDb db, FindReader find, IStringLocalizer<Texts.Projects> texts) : PageModel
{
    private const int MostAnswers = 200;

    public sealed record Answer(Guid Id, string Name, string Words, string Language, DateTimeOffset At);

    public Update Update { get; private set; } = null!;

    public IHtmlContent Body { get; private set; } = HtmlString.Empty;

    /// <summary>The newest, in the order they came.</summary>
    public List<Answer> Answers { get; private set; } = [];

    /// <summary>There are earlier ones that are not shown.</summary>
    public bool MoreAnswers { get; private set; }

    /// <summary>Nothing of it may be shown to whoever asks.</summary>
    public bool IsShut { get; private set; }

    /// <summary>The reader's key, to be carried on to where it is answered; null on the page that everyone sees alike.</summary>
    public string? Key { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, string? key, CancellationToken cancel)
    {
        var update = await db.Updates.AsNoTracking().Shown().Include(u => u.Project).SingleOrDefaultAsync(u => u.Project.Slug == slug && u.Number == number, cancel);
        if (update is null)
            return NotFound();
        Update = update;
        HttpContext.Shows(PageCache.ProjectTag(update.ProjectId));
        HttpContext.Shows(PageCache.UpdateTag(update.Id));
        if (key is not null || update.Audience != UpdateAudience.Everyone)
        {
            HttpContext.ShowsOneReader();
            var reader = await find.RunAsync(update.ProjectId, key, HttpContext.User.Session()?.PersonId, cancel);
            (Key, IsShut) = (reader is null ? null : key, update.Audience != UpdateAudience.Everyone && reader is not { IsGiver: true });
        }

        if (IsShut)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page();
        }

        Body = await db.ShowAsync(update.Body, texts["Table"], cancel);
        Answers = await db.UpdateAnswers.Where(a => a.UpdateId == update.Id && a.HiddenAt == null).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(MostAnswers + 1)
            .Select(a => new Answer(a.Id, a.Name, a.Words, a.Language, a.At)).ToListAsync(cancel);
        MoreAnswers = Answers.Cut(MostAnswers);
        Answers.Reverse();
        return Page();
    }
}
