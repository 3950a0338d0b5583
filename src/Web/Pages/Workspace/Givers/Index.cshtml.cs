using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Updates;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Givers;

/// <summary>Who gave to a project, as far as givers let themselves be seen; never where they can be written to.</summary>
[Asks(Right.SeeGifts)]
public sealed class IndexModel(SolidarityDb db) : FormPage
{
    /// <param name="Name">Null: the giver hid it from the owner, or gave none.</param>
    public sealed record Gift(Guid LineId, long Place, string? Name, string? Message, string Language, long AmountMinor, string CurrencyCode, DateTimeOffset PaidAt, string Campaign)
    {
        public Money Amount => new(AmountMinor, Currency.Of(CurrencyCode));
    }

    public string Project { get; private set; } = "";

    public List<Gift> Gifts { get; private set; } = [];

    /// <summary>Gifts of this page for which nobody was thanked.</summary>
    public HashSet<Guid> NotThanked { get; private set; } = [];

    public bool AnyToThank { get; private set; }

    public long? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? before, CancellationToken cancel)
    {
        var projectId = HttpContext.Workplace().ProjectId!.Value;
        Project = await db.Projects.Where(p => p.Id == projectId).Select(p => p.Title).SingleAsync(cancel);
        var from = before ?? long.MaxValue;
        // Each campaign's gifts by one walk along an index, then the newest of them all: asked for together, every gift to the project would be sorted.
        foreach (var campaign in await db.Campaigns.Where(c => c.ProjectId == projectId).Select(c => c.Id).ToListAsync(cancel))
            Gifts.AddRange(await NewestAsync(campaign, from, cancel));
        Gifts = [.. Gifts.OrderByDescending(g => g.Place).Take(Paging.PerPage + 1)];
        Older = Gifts.Cut() ? Gifts[^1].Place : null;

        var shown = Gifts.Select(g => g.LineId).ToList();
        NotThanked = await db.NotThanked(projectId).Where(l => shown.Contains(l.Id)).Select(l => l.Id).ToHashSetAsync(cancel);
        AnyToThank = NotThanked.Count > 0 || await db.NotThanked(projectId).AnyAsync(cancel);
        return Page();
    }

    private Task<List<Gift>> NewestAsync(Guid campaign, long from, CancellationToken cancel) => db.GiftsOf(campaign)
        .Where(l => l.PaidTransactionId < from).OrderByDescending(l => l.PaidTransactionId).Take(Paging.PerPage + 1)
        .Select(l => new Gift(l.Id, l.PaidTransactionId!.Value, l.Donation.HiddenFromOwner ? null : l.Donation.Name, l.Donation.WordsHiddenAt == null ? l.Donation.Message : null, l.Donation.Language,
            l.AmountMinor - l.RefundedMinor, l.Donation.CurrencyCode, l.Donation.PaidAt!.Value, l.Campaign!.Title)).ToListAsync(cancel);
}
