using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Solidarity.Domain.People;
using Solidarity.Web.Pages.Account;
using Solidarity.Web.Setup;

namespace Solidarity.Web.People;

/// <summary>
/// What becomes of a request without the right: to sign in; to the second factor; "you may not" for who belongs there; and for everybody
/// else the page does not exist, so that nobody learns which drafts and workspaces do.
/// </summary>
internal sealed class RefuseRights : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    /// <summary>Where the button was that somebody pressed: they press it again.</summary>
    private static string PageOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null ? context.Request.Path.ToString() : "/workspace";

    /// <summary>A page's form, sent from this site as its Origin says, and small enough: nobody else puts words into somebody's forms.</summary>
    private static bool IsOwnForm(HttpContext context)
    {
        var request = context.Request;
        return HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.ContentLength <= ServerSetup.LargestBody
            && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null
            && KeptModel.IsFromHere(request);
    }

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Challenged && IsOwnForm(context))
        {
            // With 307 the browser sends the same form on, to the page that keeps what is in it while its owner signs in again.
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = $"{KeptModel.Path}?to={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}";
            return Task.CompletedTask;
        }

        if (!authorizeResult.Forbidden)
            return _usual.HandleAsync(next, context, policy, authorizeResult);
        if (authorizeResult.AuthorizationFailure?.FailureReasons.Any(r => r.Message == CheckRights.AskForMore) == true)
        {
            var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : PageOf(context);
            context.Response.Redirect($"/account/second-factor?to={Uri.EscapeDataString(back)}");
            return Task.CompletedTask;
        }

        var belongs = context.Features.Get<Workplace>() is not null || context.User.Session()?.PlatformRole is PlatformRole.Moderator or PlatformRole.Administrator;
        context.Response.StatusCode = belongs ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
