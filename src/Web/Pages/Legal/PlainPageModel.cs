using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Solidarity.Domain.Receipts;
using Solidarity.Web.Caching;
using Solidarity.Web.People;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Pages.Legal;

/// <summary>A page of words that change with the settings alone.</summary>
[OutputCache(PolicyName = PageCache.Public)]
[Everyone]
public sealed class PlainPageModel(Settings settings) : PageModel
{
    /// <summary>Who runs the site.</summary>
    public IssuerParty Issuer => settings.Issuer;
}
