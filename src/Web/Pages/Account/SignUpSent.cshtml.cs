using Microsoft.AspNetCore.Mvc.RazorPages;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Account;

/// <summary>The rest is in a letter.</summary>
[Everyone]
public sealed class SignUpSentModel : PageModel;
