using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Solidarity.Web.People;

namespace Solidarity.Web.Account;

/// <summary>The page is for who has just shown who they are: others are asked for their password, or a passkey, and come back.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AsksAgainAttribute : Attribute, IAsyncPageFilter
{
    private static readonly TimeSpan ToSee = TimeSpan.FromMinutes(10);

    /// <summary>Longer, so that nobody loses a form that they were let in to fill in.</summary>
    private static readonly TimeSpan ToPost = TimeSpan.FromMinutes(30);

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var recent = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - http.Session().ProvedAt;
        if (recent <= (HttpMethods.IsPost(http.Request.Method) ? ToPost : ToSee))
            await next();
        else
            context.Result = new LocalRedirectResult("/account/again".With(http.Request.Path + http.Request.QueryString));
    }
}
