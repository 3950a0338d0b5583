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

    [BindProperty]
    public string? Kept { get; set; }

    public async Task<IActionResult> OnGetAsync() => await begin.FindHalfAsync() is null ? Then("/sign-in".With(To)) : Page();

    /// <summary>From the password's page, with what was typed before.</summary>
    public Task<IActionResult> OnPostKeptAsync() => OnGetAsync();

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken cancel)
    {
        if (await begin.FindHalfAsync() is not { } half)
            return Then("/sign-in".With(To));
        try
        {
            await byCode.RunAsync(half.Person, code, half.Stay, cancel);
            return this.Onward(Caller.Onward(To), KeptModel.Path, Kept);
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
