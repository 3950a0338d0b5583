using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Web.Forms;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Invitations;

/// <summary>An invitation, by the link of its letter. Whoever accepts is signed in under the address that it was sent to.</summary>
[Everyone]
public sealed class InvitationModel(AcceptInvitation accept) : FormPage
{
    public Invitation Invitation { get; private set; } = null!;

    public bool SignedIn => User.Session() is not null;

    /// <summary>Why whoever looks cannot accept it.</summary>
    public Problem? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (await accept.FindAsync(token, cancel) is not { } found)
            return NotFound();
        Response.KeepSecret();
        Invitation = found;
        var reason = await accept.ProblemAsync(found, User.Session()?.PersonId, cancel);
        Problem = reason is { } why ? new Problem(why, null, [found.Email]) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (User.Session() is not { } session)
            return Then($"/sign-in?to={Uri.EscapeDataString(Request.Path)}");
        try
        {
            return Then($"/workspace/organisations/{await accept.RunAsync(token, session.PersonId, cancel)}", "Joined");
        }
        catch (Refusal refusal)
        {
            var page = await OnGetAsync(token, cancel);
            return Invitation is null ? page : Refused(refusal);
        }
    }
}
