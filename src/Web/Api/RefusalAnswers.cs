using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Solidarity.Domain;
using Solidarity.Web.Safety;
using Solidarity.Web.Texts;

namespace Solidarity.Web.Api;

/// <summary>Turns a refusal into problem details in the reader's language: one entry a problem, named by reason and field.</summary>
internal sealed class RefusalAnswers(RefusalWords words, AskQuestion questions) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request's own path is the error page's by now.
        var path = new PathString(httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path);
        if (!path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            return false;
        var problem = exception switch
        {
            Refusal refusal => Asked(httpContext, Problem(refusal), refusal),
            BadHttpRequestException bad => new ProblemDetails { Status = bad.StatusCode, Title = words.Title, Detail = bad.StatusCode == StatusCodes.Status400BadRequest ? words.Unreadable : null },
            _ => new ProblemDetails { Status = StatusCodes.Status500InternalServerError, Title = ReasonPhrases.GetReasonPhrase(StatusCodes.Status500InternalServerError) },
        };
        httpContext.Response.StatusCode = problem.Status!.Value;
        await httpContext.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json", cancellationToken);
        return true;
    }

    private ProblemDetails Problem(Refusal refusal) => new()
    {
        Status = StatusOf(refusal.Problems[0].Reason),
        Title = words.Title,
        Detail = string.Join(" ", refusal.Problems.Select(words.Say).Distinct()),
        Extensions =
        {
            ["errors"] = refusal.Problems.Select(p => new { reason = char.ToLowerInvariant(p.Reason.ToString()[0]) + p.Reason.ToString()[1..], field = p.Field, detail = words.Say(p) }).ToArray(),
        },
    };

    /// <summary>Where a question is to be answered first, it comes with the refusal.</summary>
    private ProblemDetails Asked(HttpContext context, ProblemDetails problem, Refusal refusal)
    {
        if (refusal.Problems[0] is { Reason: Reason.TooManyAttempts, Args: [int minutes] })
            context.Response.Headers.RetryAfter = (minutes * 60).ToString(CultureInfo.InvariantCulture);
        if (refusal.Problems[0].Reason is not (Reason.QuestionAsked or Reason.QuestionWrong) || context.Features.Get<IExceptionHandlerPathFeature>()?.RouteValues?["slug"]?.ToString() is not { } slug)
            return problem;
        var asked = questions.Make(slug);
        problem.Extensions["question"] = new { ticket = asked.Ticket, words = asked.Words, bits = AskQuestion.Bits };
        return problem;
    }

    private static int StatusOf(Reason reason) => reason switch
    {
        Reason.CampaignUnknown or Reason.GiftUnknown => StatusCodes.Status404NotFound,
        Reason.CampaignNotOpen or Reason.PartnerNotReady or Reason.MoveNotAllowed => StatusCodes.Status409Conflict,
        Reason.TooManyAttempts => StatusCodes.Status429TooManyRequests,
        Reason.PaymentServiceUnavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };
}
