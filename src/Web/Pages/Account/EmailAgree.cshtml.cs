using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.Account;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Account;

/// <summary>Where the letters about another address lead. Whoever reads them need not be signed in.</summary>
[Everyone]
public sealed class EmailAgreeModel(ChangeEmail change) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? Link { get; set; }

    public EmailChange? Change { get; private set; }

    public bool FromOld => Change is not null && ChangeEmail.IsFromOld(Change, Link);

    /// <summary>A key of the texts: what has come of it.</summary>
    public string? Answer => Done;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Answer is null && (Change = await change.FindAsync(Link, cancel)) is null)
            Response.StatusCode = StatusCodes.Status410Gone;
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        AnswerAsync(async () => await change.AgreeAsync(Link, HttpContext.Network(), cancel) ? "EmailDone" : "EmailHalf");

    public Task<IActionResult> OnPostStopAsync(CancellationToken cancel) => AnswerAsync(async () =>
    {
        await change.StopAsync(Link, HttpContext.Network(), cancel);
        return "EmailStopped";
    });

    private async Task<IActionResult> AnswerAsync(Func<Task<string>> answer)
    {
        try
        {
            return Then("/account/email/agree", await answer());
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
