using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;

namespace Solidarity.Web.Demo;

/// <summary>One gift of the past.</summary>
/// <param name="Card">What it is paid with; null for a giver who closed the page.</param>
internal sealed record DemoGift(DateTimeOffset At, GiftRequest Request, string? Card)
{
    private const string Visa = "4242424242424242";
    private const string Mastercard = "5555555555554444";
    private const string Declined = "4000000000000002";

    /// <summary>The gifts of all campaigns in the order of time; the same every time for the same files.</summary>
    public static List<DemoGift> Plan(DemoProject[] projects, DemoGivers givers, DateTimeOffset today)
    {
        var numbers = new SeededNumbers(20200318);
        return [.. projects.SelectMany(p => p.Campaigns.SelectMany(c => OfCampaign(p, c, givers, today, numbers))).OrderBy(g => g.At)];
    }

    /// <summary>Paid by card.</summary>
    public static DemoGift Of(DateTimeOffset at, GiftRequest request) => new(at, request, Visa);

    private static IEnumerable<DemoGift> OfCampaign(DemoProject project, DemoCampaign campaign, DemoGivers givers, DateTimeOffset today, SeededNumbers numbers)
    {
        var words = new Queue<string>(numbers.Shuffle(givers.Messages[project.Language]));
        var begin = today.AddDays(-campaign.StartedDaysAgo);
        var end = campaign.EndsInDays is < 0 and var days ? today.AddDays(days) : today;
        for (var i = 0; i < campaign.Donations; i++)
        {
            // Most gifts come in the first days and after that thin out, as they do.
            var share = Math.Pow(numbers.Fraction(), 1.4);
            var at = begin + ((end - begin) * (0.002 + (0.995 * share)));
            yield return Paid(project, campaign, givers, words, at, numbers);
            if (numbers.Below(25) == 0)
                yield return Paid(project, campaign, givers, words, at, numbers) with { Card = numbers.Below(2) == 0 ? Declined : null };
        }
    }

    private static DemoGift Paid(DemoProject project, DemoCampaign campaign, DemoGivers givers, Queue<string> words, DateTimeOffset at, SeededNumbers numbers)
    {
        var currency = Currency.Of(campaign.Currency);
        var name = givers.Names[numbers.Below(givers.Names.Length)];
        var tip = numbers.Below(4) == 0 ? new Money((1 + numbers.Below(3)) * 100, currency) : (Money?)null;
        var language = numbers.Below(5) == 0 ? Languages.All[numbers.Below(Languages.All.Count)] : project.Language;
        var request = new GiftRequest(
            campaign.Slug, new Money(campaign.TypicalAmounts[numbers.Below(campaign.TypicalAmounts.Length)], currency), tip,
            AddFees: campaign.FeeBearer == FeeBearer.Giver && numbers.Below(2) == 0,
            Email: $"giver-{numbers.Below(100_000):D5}@mail.example",
            Name: numbers.Below(8) == 0 ? null : name,
            Message: words.Count > 0 && numbers.Below(3) == 0 ? words.Dequeue() : null,
            HiddenFromPublic: numbers.Below(6) == 0, HiddenFromOwner: numbers.Below(15) == 0, language);
        return new DemoGift(at, request, numbers.Below(4) == 0 ? Mastercard : Visa);
    }
}

/// <summary>A small generator (splitmix64) whose numbers are the same on every machine and version; for demo data, never for secrets.</summary>
internal sealed class SeededNumbers(ulong seed)
{
    private ulong _state = seed;

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public double Fraction() => (Next() >> 11) / (double)(1UL << 53);

    public IEnumerable<T> Shuffle<T>(IEnumerable<T> items) => items.Select(item => (Key: Next(), item)).OrderBy(x => x.Key).Select(x => x.item);

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
