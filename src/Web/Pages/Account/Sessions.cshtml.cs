using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Account;

/// <summary>Where one is signed in, and the attempts to be.</summary>
[Asks(Right.UseAccount)]
public sealed class SessionsModel(SolidarityDb db, EndSessions end, TimeProvider clock) : FormPage
{
    private const int Newest = 50;

    public List<SessionRow> Sessions { get; private set; } = [];

    public List<SignIn> History { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (me, here, now) = (HttpContext.Session().PersonId, HttpContext.Session().Id, clock.GetUtcNow());
        Sessions = await db.Sessions.Where(s => s.PersonId == me && s.EndedAt == null && s.ExpiresAt > now).OrderByDescending(s => s.SeenAt)
            .Select(s => new SessionRow(s.Id, s.Browser, s.Address, s.SeenAt, s.Id == here)).ToListAsync(cancel);
        History = await db.SignIns.AsNoTracking().Where(s => s.PersonId == me).OrderByDescending(s => s.Id).Take(Newest).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancel)
    {
        await end.OneAsync(HttpContext.Session().PersonId, id, cancel);
        return Then("/account/sessions", "Ended");
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        await end.AllAsync(HttpContext.Session().PersonId, HttpContext.Session().Id, cancel);
        return Then("/account/sessions", "Ended");
    }

    /// <summary>"Firefox, Android", of what the browser calls itself.</summary>
    public string NameOf(string? browser, string unknown)
    {
        string? First(params string[] names) => names.FirstOrDefault(n => browser?.Contains(n, StringComparison.OrdinalIgnoreCase) == true);
        var program = First("Firefox", "Edg", "OPR", "Chrome", "Safari") switch { "Edg" => "Edge", "OPR" => "Opera", var other => other };
        var system = First("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux");
        return string.Join(", ", new[] { program, system }.OfType<string>()) is { Length: > 0 } name ? name : unknown;
    }

    public sealed record SessionRow(Guid Id, string? Browser, string? Address, DateTimeOffset SeenAt, bool Here);
}
