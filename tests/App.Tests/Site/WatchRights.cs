using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace Solidarity.App.Tests.Site;

/// <summary>Tells the tests what was decided about a request, which a status alone does not: an admitted reader may find nothing either.</summary>
internal sealed class WatchRights(IAuthorizationMiddlewareResultHandler handler) : IAuthorizationMiddlewareResultHandler
{
    public const string Header = "Test-Rights";
    public const string Admitted = "admitted";

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var decision = authorizeResult.Succeeded ? Admitted : authorizeResult.Challenged ? "challenged" : "forbidden";
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = decision;
            return Task.CompletedTask;
        });
        return handler.HandleAsync(next, context, policy, authorizeResult);
    }
}
