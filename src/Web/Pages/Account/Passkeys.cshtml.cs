using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Account;

/// <summary>The keys that somebody signs in with instead of a password.</summary>
[Asks(Right.UseAccount)]
[Web.Account.AsksAgain]
public sealed class PasskeysModel(Web.Account.OwnAccount own, Web.Account.Passkeys passkeys) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public bool HasPassword { get; private set; }

    /// <summary>This session has shown a password alone, which must not add a key beside those that are there, nor take one away.</summary>
    public bool MustShow { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Passkeys = await own.PasskeysAsync();
        var me = await own.FindAsync();
        HasPassword = me.PasswordHash is not null;
        MustShow = !HttpContext.Session().Strong && (Passkeys.Count > 0 || me.TwoFactorEnabled);
        if (MustShow && HttpMethods.IsPost(Request.Method))
            context.Result = Then(Web.Account.Caller.With("/account/second-factor", Web.Account.Caller.With("/account/passkeys", To)));
        else
            await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostOptionsAsync() => Content(await passkeys.OfferAsync(await own.FindAsync()), "application/json");

    public async Task<IActionResult> OnPostAddAsync(string? credential, CancellationToken cancel)
    {
        try
        {
            await passkeys.AddAsync(await own.FindAsync(), credential, Name, cancel);
            return Then(Web.Account.Caller.With("/account/passkeys", To), "PasskeyAdded");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id, CancellationToken cancel)
    {
        try
        {
            await passkeys.RemoveAsync(await own.FindAsync(), IdOf(id), cancel);
            return Then("/account/passkeys", "PasskeyRemoved");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    private static byte[] IdOf(string? hex)
    {
        try
        {
            return Convert.FromHexString(hex ?? "");
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
