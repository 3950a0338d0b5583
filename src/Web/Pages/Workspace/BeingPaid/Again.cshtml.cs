using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.BeingPaid;

/// <summary>Stripe sends the browser here when its link was used up: the page with the button makes another.</summary>
[Asks(Right.MoveMoney)]
public sealed class AgainModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect($"/workspace/organisations/{HttpContext.Workplace().Organisation}/money");
}
