using Microsoft.AspNetCore.Mvc;

namespace Solidarity.Web.Pages.Giving;

/// <summary>After a form: go there with GET, and do not come back to the form by reloading (RFC 9110, 15.4.4).</summary>
internal sealed class SeeOther(Uri address) : ActionResult
{
    public override void ExecuteResult(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = address.AbsoluteUri;
    }
}
