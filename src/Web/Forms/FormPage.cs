using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Solidarity.Domain;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Forms;

/// <summary>
/// A page with a form that is never cached. What is wrong is said above the form and at each field, and everything typed stays; what was
/// done is said once, on the page that the reader is sent on to.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class FormPage : PageModel, IHaveProblems
{
    private const string DoneKey = "done";

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>What was typed before the session ended, shown again and not yet saved; null on any other visit.</summary>
    public IFormCollection? GivenBack { get; internal set; }

    /// <summary>By the name that problems use: the id of each field that was written, and what it is called.</summary>
    public Dictionary<string, (string Id, string Label)> Written { get; } = [];

    public string? InputOf(Problem problem) => problem.Field is { } field && Written.TryGetValue(field, out var written) ? written.Id : problem.Field;

    public string? LabelOf(Problem problem) => problem.Field is { } field && Written.TryGetValue(field, out var written) && written.Label.Length > 0 ? written.Label : null;

    /// <summary>A key of the page's texts: what the form before has done.</summary>
    public string? Done { get; private set; }

    /// <remarks>Asked only where something was said: to ask sets a cookie, if but to end it, and a mail program that unsubscribes is sent none.</remarks>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Done = Request.Cookies.ContainsKey(PagesSetup.SaidCookie) ? TempData[DoneKey] as string : null;

    /// <summary>The form again, as it was sent, with what is wrong: 422, or 429 after too many tries.</summary>
    protected IActionResult Refused(Refusal refusal)
    {
        Problems = refusal.Problems;
        Response.StatusCode = Problems.Any(p => p.Reason == Reason.TooManyAttempts) ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>On to another page by GET, so that going back or reloading sends nothing twice.</summary>
    /// <param name="path">A path of this site.</param>
    /// <param name="done">A key of that page's texts.</param>
    protected IActionResult Then(string path, string? done = null)
    {
        if (done is not null)
            TempData[DoneKey] = done;
        return LocalRedirect(path);
    }
}
