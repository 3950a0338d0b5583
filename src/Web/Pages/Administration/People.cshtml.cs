using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Administration;

/// <summary>Accounts by name or address, in the order of their addresses; those that were erased have neither.</summary>
[Asks(Right.Administer)]
public sealed class PeopleModel(SolidarityDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public PlatformRole? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public List<PersonRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = db.People.Where(p => p.ErasedAt == null && p.NormalizedEmail != null);
        if (Search.Pattern(Q) is { } pattern)
            found = found.Where(p => EF.Functions.Like(p.Name, pattern, Search.Escape) || EF.Functions.Like(p.NormalizedEmail!, pattern, Search.Escape));
        if (Role is { } role)
            found = found.Where(p => p.PlatformRole == role);
#pragma warning disable CA1309 // The database compares.
        if (Before is { } before)
            found = found.Where(p => string.Compare(p.NormalizedEmail, before) > 0);
#pragma warning restore CA1309
        Rows = await found.OrderBy(p => p.NormalizedEmail).Take(Paging.PerPage + 1)
            .Select(p => new PersonRow(p.Id, p.Name, p.Email!, p.NormalizedEmail!, p.PlatformRole, p.EmailConfirmed, p.ClosedAt != null)).ToListAsync(cancel);
        Next = Rows.Cut() ? Request.Beyond(Rows[^1].Key) : null;
    }

    /// <param name="Key">Where the next page goes on.</param>
    public sealed record PersonRow(Guid Id, string Name, string Email, string Key, PlatformRole Role, bool Confirmed, bool Closed);
}
