using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Meals;

namespace Solidarity.Faults.Storms;

/// <summary>Somebody who works in one of the two organisations, with a browser that stays signed in.</summary>
internal sealed partial class Team(string organisation, Fleet fleet, Remembered remembered, Figures figures, Random dice) : IDisposable
{
    private readonly Patient _browser = new(fleet.Front.Address, figures, dice);

    private string Home => $"/workspace/organisations/{organisation}/kitchen";

    /// <summary>Whatever the kitchen's page offers.</summary>
    public async Task<string> CookAsync(PlannedDeed deed)
    {
        if (await SignedInAsync(Home) is not { Status: HttpStatusCode.OK } kitchen)
            return "kitchen not open";
        var plans = Plans().Matches(kitchen.Page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct().ToList();
        var moves = Moves().Matches(kitchen.Page).Select(m => (Id: Guid.Parse(m.Groups["id"].Value), Leaves: m.Groups["moves"].Value.Contains("handler=Leave", StringComparison.Ordinal))).ToList();
        if (moves.Count > 0 && (plans.Count == 0 || deed.Dice.Next(3) > 0))
            return await MoveAsync(moves[deed.Dice.Next(moves.Count)], deed.Dice);
        return plans.Count > 0 ? await PlanAsync(plans[deed.Dice.Next(plans.Count)], deed.Dice) : "nothing to cook";
    }

    public async Task<string> ServeAsync(PlannedDeed deed)
    {
        await using var db = fleet.Any.Database();
        var found = await db.MealVouchers.Where(v => v.Status == VoucherStatus.Funded && v.MealPartner.Partner.Organisation.Slug == organisation)
            .OrderBy(v => v.Id).Select(v => new { v.Id, v.Code }).Take(20).ToListAsync();
        if (found.Count == 0)
            return "nobody to serve";
        var voucher = found[deed.Dice.Next(found.Count)];
        if (await SignedInAsync($"{Home}/counter") is null)
            return "counter not open";
        var answers = await _browser.FillInAsync($"{Home}/counter", form => form["Code"] = VoucherCode.Format(voucher.Code), clicks: deed.Dice.Next(3) == 0 ? 2 : 1);
        var served = answers.Count(a => a.Redirects && a.Next!.OriginalString.Contains("served=", StringComparison.Ordinal));
        if (served > 1)
            remembered.Surprises.Add($"Voucher {voucher.Id} was served {served} times.");
        if (served == 0)
            return "not served";
        remembered.Served.Add(voucher.Id);
        return "served";
    }

    /// <summary>What did not arrive goes back to its givers, to the other restaurant, or to the other ward.</summary>
    public async Task<string> SettleAsync(PlannedDeed deed, TwoKitchens kitchens)
    {
        await using var db = fleet.Any.Database();
        var found = await db.MealDeliveries.AsNoTracking().Where(d => d.Status == DeliveryStatus.Shortage && d.SettledAt == null && db.MealVouchers.Any(v => v.MissingFromId == d.Id && v.Status == VoucherStatus.Funded)).OrderBy(d => d.Id)
            .Select(d => new { d.Id, d.MealPartnerId, d.CareSiteId }).Take(20).ToListAsync();
        if (found.Count == 0)
            return "nothing missing";
        var delivery = found[deed.Dice.Next(found.Count)];
        var target = deed.Dice.Next(3) switch
        {
            0 => "back",
            1 => $"cook:{kitchens.Cooks.First(c => c != delivery.MealPartnerId)}",
            _ => $"ward:{kitchens.Wards.First(w => w != delivery.CareSiteId)}",
        };
        var page = $"/workspace/campaigns/{TwoKitchens.Slug}/deliveries/{delivery.Id}";
        if (await SignedInAsync(page) is null)
            return "not open";
        var answers = await _browser.FillInAsync(page, form => form["Target"] = target, page + "?handler=Redirect");
        return answers is [{ Redirects: true }] ? target.Split(':')[0] : $"refused {(answers.Count > 0 ? (int)answers[0].Status : 0)}";
    }

    public async Task<string> WriteUpdateAsync(PlannedDeed deed)
    {
        const string Page = "/workspace/projects/kitchen/updates/new";
        var title = $"Soup number {deed.Number}";
        if (await SignedInAsync(Page) is null)
            return "not open";
        var written = await _browser.FillInAsync(Page, form => (form["title"], form["body"], form["language"], form["audience"], form["publish"]) = (title, "There is soup, **thank you**.", "en", "Everyone", "true"));
        if (written is not [{ Redirects: true, Next: { } publish }])
            return "not written";
        var shown = await _browser.FillInAsync(publish.OriginalString, form => form["when"] = "now");
        if (shown is not [{ Redirects: true }])
            return "not published";
        remembered.Published.Add(title);
        return "published";
    }

    public void Dispose() => _browser.Dispose();

    private async Task<string> MoveAsync((Guid Id, bool Leaves) delivery, Random dice)
    {
        var handler = delivery.Leaves && dice.Next(2) == 0 ? "Leave" : "Deliver";
        var answers = await _browser.FillInAsync(Home, form => form["delivery"] = delivery.Id.ToString(), $"{Home}?handler={handler}");
        if (answers is not [{ Redirects: true }])
            return "another was first";
        if (handler == "Deliver")
            remembered.Brought.Add(delivery.Id);
        return handler == "Deliver" ? "brought" : "left";
    }

    private async Task<string> PlanAsync(string page, Random dice)
    {
        var count = dice.Next(1, 4);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Europe/Brussels").DateTime);
        var answers = await _browser.FillInAsync(page, form =>
            (form["Count"], form["Day"], form["From"], form["Until"]) = (count.ToString(CultureInfo.InvariantCulture), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "11:30", "12:30"));
        if (answers is not [{ Redirects: true, Next: { } next }] || !Guid.TryParse(next.OriginalString.Split('/')[^1], out var id))
            return "too few waited";
        remembered.Planned.Add(id);
        return "planned";
    }

    private async Task<Answer?> SignedInAsync(string page)
    {
        for (var times = 0; times < 4; times++)
        {
            var opened = await _browser.OpenAsync(page);
            if (opened is not { Redirects: true } || !opened.Next!.OriginalString.Contains("sign-in", StringComparison.Ordinal))
                return opened;
            figures.Count("deeds: sign-in", "signed in");
            await _browser.FillInAsync("/sign-in", form => (form["Email"], form["password"]) = (TwoKitchens.EmailOf(organisation), TwoKitchens.Password));
        }

        return null;
    }

    [GeneratedRegex("""href="([^"]*/kitchen/plan\?cook=[^"]*)""")]
    private static partial Regex Plans();

    [GeneratedRegex("""name="delivery" value="(?<id>[^"]+)"(?<moves>(?:(?!</form>).)*handler=Deliver)""", RegexOptions.Singleline)]
    private static partial Regex Moves();
}
