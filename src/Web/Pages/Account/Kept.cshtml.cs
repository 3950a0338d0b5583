using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Solidarity.Web.Account;
using Solidarity.Web.Forms;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Account;

/// <summary>
/// Where a form comes that was sent after the session had ended, and again once its owner is signed in: what is in it travels on, and a button leads
/// back to the form. The form's token was made for who is not signed in any more; nothing is done here but to show one's own words.
/// </summary>
[EnableRateLimiting(SafetySetup.Following)]
[Everyone]
[IgnoreAntiforgeryToken]
public sealed class KeptModel(KeepForm keep) : FormPage, IAskToSignIn
{
    public const string Path = "/sign-in/kept";

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>As <see cref="KeepForm"/> writes it.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    public string? Email => null;

    public bool Stay => false;

    public bool SignedIn => User.Session() is not null;

    /// <summary>Browsers say with every form which site it is on.</summary>
    public static bool IsFromHere(HttpRequest request) =>
        request.Headers.Origin is [{ } origin] && Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && from.GetLeftPart(UriPartial.Authority) == new Uri($"{request.Scheme}://{request.Host}").GetLeftPart(UriPartial.Authority);

    public IActionResult OnGet() => Then("/sign-in".With(To));

    public IActionResult OnPost()
    {
        if (!IsFromHere(Request) || !Request.HasFormContentType)
            return BadRequest();
        (To, Kept) = keep.Read(Kept) is { } known ? (known.To, Kept) : (Caller.Onward(Request.Query["to"]), keep.Keep(Caller.Onward(Request.Query["to"]), Request.Form));
        return Page();
    }
}

public static class KeptForms
{
    /// <summary>On to a page; with what was typed before, by a redirect that sends it along, since it is kept nowhere else.</summary>
    public static IActionResult Onward(this PageModel page, string path, string withKept, string? kept) =>
        string.IsNullOrEmpty(kept) ? page.LocalRedirect(path) : page.LocalRedirectPreserveMethod(withKept);
}
