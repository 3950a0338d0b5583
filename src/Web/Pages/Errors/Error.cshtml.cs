using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Errors;

/// <summary>Says what went wrong, in the reader's language, with the status that the answer had. Asks nothing of the database: it may be what failed.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Everyone]
public sealed class ErrorModel : PageModel
{
    /// <summary>Errors that have words of their own; others take those of their hundred.</summary>
    private static readonly int[] Known = [400, 403, 404, 405, 413, 429, 500, 503];

    public int Code { get; private set; }

    public int Words => Known.Contains(Code) ? Code : Code < 500 ? 400 : 500;

    /// <summary>Finds this error again in the log.</summary>
    public string? Mark { get; private set; }

    /// <summary>Seconds to wait; null where nobody said.</summary>
    public int? Wait => int.TryParse(Response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    /// <summary>Whoever asks for this address itself is not told that the site has failed.</summary>
    private int Worst => HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null ? 500 : 600;

    /// <summary>Here and not in OnGet: what failed may have been a POST, or a method that no page knows.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var asked = RouteData.Values["code"]?.ToString();
        Code = failed ? Response.StatusCode : asked is { Length: 3 } && int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code >= 400 && code < Worst ? code : 404;
        Response.StatusCode = Code;
        if (failed && Code >= 500)
            Mark = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
    }
}
