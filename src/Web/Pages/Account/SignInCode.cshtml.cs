using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Web.Account;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Account;

/// <summary>The second half of signing in by password.</summary>
[Everyone]
public sealed class SignInCodeModel(BeginSession begin, SignInByCode byCode) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public async Task<IActionResult> OnGetAsync() => await begin.FindHalfAsync() is null ? Then("/sign-in".With(To)) : Page();

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken cancel)
    {
        if (await begin.FindHalfAsync() is not { } half)
            return Then("/sign-in".With(To));
        try
        {
            await byCode.RunAsync(half.Person, code, half.Stay, cancel);
            return Then(Caller.Onward(To));
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
