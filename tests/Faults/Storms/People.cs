using System.Data.Common;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Meals;
using Solidarity.Faults.Running;

namespace Solidarity.Faults.Storms;

/// <summary>Several people at once, each doing the next deed of the script until the storm is over.</summary>
internal sealed class People(StormPlan plan, Fleet fleet, TwoKitchens kitchens, Remembered remembered, Figures figures)
{
    private static readonly string[] Pages = ["/", "/projects", "/campaigns/soup", "/campaigns/soup/wall", "/campaigns/soup/ledger", "/campaigns/meals", "/projects/kitchen", "/api/v1/campaigns/soup", "/campaigns/meals/thanks"];

    private readonly Givers _givers = new(fleet, kitchens, remembered, figures);
    private int _next = -1;

    /// <summary>
    /// What is lost in disputes is the platform's to pay, and what one restaurant gives back for another can be used when its charge is settled, days later: without
    /// money of its own that is there, transfers would wait. One for every few minutes.
    /// </summary>
    private static PlannedDeed LargeTip(int number) =>
        new(0, Deed.Gift, new PlannedGift(1_000_000 + number, Amount: 100, Tip: 500_000, AddFees: false, Paying.AvailableAtOnce, Clicks: 1), WantsUpdates: false, TimeSpan.Zero, new Random(0));

    public async Task LiveAsync(CancellationToken over)
    {
        for (var minutes = 0; minutes <= plan.Lasts.TotalMinutes; minutes += 3)
            figures.Count("deeds: Gift", await _givers.GiveAsync(LargeTip(minutes)));
        await Task.WhenAll(Enumerable.Range(0, plan.AtOnce).Select(i => Task.Run(() => LiveAsync(i, over), CancellationToken.None)));
    }

    private async Task LiveAsync(int number, CancellationToken over)
    {
        var team = TwoKitchens.Organisations.Select((name, i) => new Team(name, fleet, remembered, figures, Dice.Of(plan.Seed, Dice.Patience, (number * 10) + i))).ToArray();
        while (!over.IsCancellationRequested)
        {
            var deed = PlannedDeed.Of(plan.Seed, Interlocked.Increment(ref _next));
            await Task.Delay(deed.Pause, CancellationToken.None);
            figures.Count($"deeds: {deed.What}", await DoAsync(deed, team));
        }

        foreach (var one in team)
            one.Dispose();
    }

    private async Task<string> DoAsync(PlannedDeed deed, Team[] team)
    {
        try
        {
            return deed.What switch
            {
                Deed.Gift => await _givers.GiveAsync(deed),
                Deed.Meals => await _givers.BuyMealsAsync(deed),
                Deed.Read => await ReadAsync(deed),
                Deed.Kitchen => await team[deed.Dice.Next(2)].CookAsync(deed),
                Deed.Ward => await AnswerAsync(deed),
                Deed.Counter => await team[deed.Dice.Next(2)].ServeAsync(deed),
                Deed.Settle => await team[0].SettleAsync(deed, kitchens),
                Deed.Dashboard => await GiveBackAsync(deed),
                _ => await team[0].WriteUpdateAsync(deed),
            };
        }
        catch (Exception e) when (e is DbException or DbUpdateException or TimeoutException || e.InnerException is DbException)
        {
            // Where the script looks something up that in life would be in somebody's mail.
            return "no database to look it up in";
        }
    }

    private async Task<string> ReadAsync(PlannedDeed deed)
    {
        using var reader = new Patient(fleet.Front.Address, figures, deed.Dice);
        var page = Pages[deed.Dice.Next(Pages.Length)];
        var answer = await reader.OpenAsync(page);
        if (answer is { Status: not HttpStatusCode.OK })
            remembered.Surprises.Add($"{page} answered {(int)answer.Status}.");
        return answer is null ? "gave up" : "read";
    }

    /// <summary>The link is in the ward's mail.</summary>
    private async Task<string> AnswerAsync(PlannedDeed deed)
    {
        await using var db = fleet.Any.Database();
        var found = await db.MealDeliveries.Where(d => (d.Status == DeliveryStatus.Left || d.Status == DeliveryStatus.Delivered) && d.AnsweredAt == null)
            .OrderBy(d => d.Id).Select(d => new { d.Id, d.Token, d.Count }).Take(20).ToListAsync();
        if (found.Count == 0)
            return "nothing came";
        var delivery = found[deed.Dice.Next(found.Count)];
        var arrived = deed.Dice.Next(4) == 0 ? deed.Dice.Next(delivery.Count) : delivery.Count;
        using var ward = new Patient(fleet.Front.Address, figures, deed.Dice);
        var page = $"/deliveries/{delivery.Token}";
        var answers = arrived == delivery.Count
            ? await ward.FillInAsync(page, _ => { }, page + "?handler=All")
            : await ward.FillInAsync(page, form => form["Arrived"] = arrived.ToString(CultureInfo.InvariantCulture));
        if (answers is not [{ Redirects: true }])
            return "answered before";
        remembered.Arrived[delivery.Id] = arrived;
        return arrived == delivery.Count ? "all came" : "some missing";
    }

    private async Task<string> GiveBackAsync(PlannedDeed deed)
    {
        try
        {
            var books = await fleet.Sandbox.BooksAsync();
            var contested = books.Transactions.Where(t => t.Type == "adjustment" || t.Type.EndsWith("refund", StringComparison.Ordinal)).Select(t => t.Charge).ToHashSet();
            var open = books.Payments.Where(p => !contested.Contains(p.Charge)).TakeLast(40).ToList();
            if (open.Count == 0)
                return "nothing to give back";
            var payment = open[deed.Dice.Next(open.Count)];
            await fleet.Sandbox.RefundAsync(payment.Charge!, deed.Dice.Next(2) == 0 ? null : 1 + deed.Dice.NextInt64(payment.Amount - 1), $"refund-{plan.Seed}-{deed.Number}");
            return "given back";
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or TaskCanceledException)
        {
            return "refused";
        }
    }
}
