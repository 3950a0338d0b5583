using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Projects;
using Solidarity.Web.Caching;
using Solidarity.Web.Language;
using Solidarity.Web.Pages.Campaigns;
using Solidarity.Web.Pages.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Home;

/// <summary>The newest projects, what has come together so far, and the latest words.</summary>
[OutputCache(PolicyName = PageCache.Public)]
[Everyone]
public sealed class IndexModel(SolidarityDb db) : PageModel
{
    private const int Shown = 6;
    private const int Latest = 200;
    private const int Notes = 6;

    public List<ProjectCard> Cards { get; private set; } = [];

    /// <summary>One row a currency.</summary>
    public List<(Money Raised, Money PassedOn)> Sums { get; private set; } = [];

    public long Gifts { get; private set; }

    public List<WallNote> Wall { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        HttpContext.Shows(PageCache.Lists);
        // The stories that the reader understands come first.
        var language = HttpContext.ReaderLanguage();
        Cards = await db.Projects.Shown().OrderByDescending(p => p.Language == language).ThenByDescending(p => p.PublishedAt).ThenBy(p => p.Id)
            .Take(Shown).Cards().ToListAsync(cancel);

        var sums = await db.Campaigns.Shown().GroupBy(c => c.CurrencyCode)
            .Select(g => new { Code = g.Key, Gifts = g.Sum(c => c.Totals.Donations), Raised = g.Sum(c => c.Totals.RaisedMinor), PassedOn = g.Sum(c => c.Totals.PassedOnMinor) })
            .OrderByDescending(s => s.Gifts).ToListAsync(cancel);
        Sums = [.. sums.Select(s => (new Money(s.Raised, Currency.Of(s.Code)), new Money(s.PassedOn, Currency.Of(s.Code))))];
        Gifts = sums.Sum(s => s.Gifts);

        // A look at the newest gifts only, so that a long silence on the wall costs nothing.
        var newest = db.DonationLines.Where(l => l.PaidTransactionId != null).OrderByDescending(l => l.PaidTransactionId).Take(Latest);
        var shown = db.Campaigns.Shown().Select(c => (Guid?)c.Id);
        Wall = await newest.Where(l => l.Kind == LineKind.Gift && l.RefundedMinor < l.AmountMinor && l.Donation.Message != null && l.Donation.WordsHiddenAt == null && shown.Contains(l.CampaignId))
            .OrderByDescending(l => l.PaidTransactionId).Take(Notes).Select(WallNotes.Note).ToListAsync(cancel);
    }
}
