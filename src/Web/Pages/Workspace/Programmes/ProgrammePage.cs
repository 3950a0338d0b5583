using Microsoft.AspNetCore.Mvc.Filters;
using Solidarity.Domain;
using Solidarity.Web.Pages.Workspace.Campaigns;

namespace Solidarity.Web.Pages.Workspace.Programmes;

/// <summary>A page of a meals programme's workspace; of campaigns of other kinds there is none.</summary>
public abstract class ProgrammePage(SolidarityDb db) : CampaignPage(db)
{
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(context, async () =>
        {
            if (Programme is not null)
                return await next();
            context.Result = NotFound();
            return new PageHandlerExecutedContext(PageContext, context.Filters, context.HandlerMethod, context.HandlerInstance) { Canceled = true };
        });
}
