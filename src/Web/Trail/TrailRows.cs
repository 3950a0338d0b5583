using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Trail;
using Solidarity.Web.Pages;

namespace Solidarity.Web.Trail;

/// <summary>One line of the trail, as it is shown.</summary>
/// <param name="Who">Null for the platform, for somebody without an account, and for who was erased.</param>
public sealed record TrailRow(long Id, DateTimeOffset At, string? Who, string Act, Guid? SubjectId, string? Subject, string? Words)
{
    /// <summary>The page of what it was done to, a path of this site; null where its reader has none.</summary>
    public string? Page { get; init; }
}

public static class TrailRows
{
    /// <summary>Those of which the subject is the address of somebody who was invited.</summary>
    private static readonly string[] OfInvitations = ["MemberInvited", "InvitationSentAgain", "InvitationWithdrawn", "MemberJoined"];

    /// <summary>For who may not invite: addresses of people who were, half hidden.</summary>
    public static List<TrailRow> Masked(List<TrailRow> rows) =>
        [.. rows.Select(r => r.Subject is { } address && OfInvitations.Contains(r.Act) && address.LastIndexOf('@') > 0 ? r with { Subject = EmailAddress.Masked(address) } : r)];

    /// <summary>The newest first: as many as a page holds, and one more where there are more (<see cref="Paging.Cut"/>).</summary>
    /// <param name="before">Only older ones than this row; null for the newest.</param>
    /// <param name="may">What its reader may do: nobody is led to a page that is shut to them.</param>
    public static async Task<List<TrailRow>> RowsAsync(this IQueryable<TrailEntry> trail, SolidarityDb db, long? before, Func<Right, bool> may, CancellationToken cancel)
    {
        var rows = await trail.Where(t => before == null || t.Id < before).OrderByDescending(t => t.Id).Take(Paging.PerPage + 1)
            .Select(t => new TrailRow(t.Id, t.At, db.People.Where(p => p.Id == t.PersonId && p.ErasedAt == null).Select(p => p.Name).FirstOrDefault(), t.Act, t.SubjectId, t.Subject, t.Words))
            .ToListAsync(cancel);
        var pages = await TrailPages.FindAsync(db, [.. rows.Select(r => r.SubjectId).OfType<Guid>().Distinct()], may, cancel);
        return [.. rows.Select(r => r with { Page = r.SubjectId is { } id ? pages.GetValueOrDefault(id) : may(Right.Administer) ? TrailPages.OfAct(r) : null })];
    }
}
