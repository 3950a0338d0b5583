using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Faults.Running;

namespace Solidarity.Faults.Storms;

/// <summary>What each site shows, in its own cache, against the database.</summary>
internal sealed class PageComparison(Fleet fleet)
{
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var differences = new List<string>();
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30), DefaultRequestHeaders = { AcceptLanguage = { new("en") } } };
        await using var db = fleet.Any.Database();
        foreach (var slug in new[] { OneCampaign.Slug, TwoKitchens.Slug })
        {
            var raised = await db.DonationLines.Where(l => l.Kind == LineKind.Gift && l.PaidTransactionId != null && l.Campaign!.Slug == slug).SumAsync(l => l.AmountMinor - l.RefundedMinor);
            // As the page writes it, whatever the spaces in it are.
            var words = Plain(MoneyText.FormatShort(new Money(raised, Currency.Of("EUR")), CultureInfo.GetCultureInfo("en")));
            foreach (var node in fleet.Sites)
            {
                using var told = JsonDocument.Parse(await http.GetStringAsync(new Uri(node.Site.Address, $"/api/v1/campaigns/{slug}")));
                if (told.RootElement.GetProperty("raised").GetInt64() is var api && api != raised)
                    differences.Add($"{node.Name} tells {api} raised for {slug}; it is {raised}.");
                var page = Plain(WebUtility.HtmlDecode(await http.GetStringAsync(new Uri(node.Site.Address, $"/campaigns/{slug}"))));
                if (!page.Contains(words, StringComparison.Ordinal))
                    differences.Add($"{node.Name} does not show {words} on the page of {slug}.");
            }
        }

        return differences;
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
