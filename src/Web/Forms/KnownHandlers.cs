using Microsoft.AspNetCore.Mvc.Filters;

namespace Solidarity.Web.Forms;

/// <summary>
/// A page that has only buttons with names of their own would be shown, with nothing found for it, to a form that presses none of them. There is nothing there.
/// </summary>
internal sealed class KnownHandlers : IAsyncPageFilter
{
    /// <exception cref="BadHttpRequestException">404.</exception>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        if (context.HandlerMethod is null && context.ActionDescriptor.HandlerMethods.Any(h => HttpMethods.Equals(h.HttpMethod, context.HttpContext.Request.Method)))
            throw new BadHttpRequestException("The page has no such handler.", StatusCodes.Status404NotFound);
        return Task.CompletedTask;
    }

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) => next();
}
