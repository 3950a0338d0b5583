using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;
using Solidarity.Faults.Running;

namespace Solidarity.Faults.Outages;

public sealed class StripeDownTests
{
    [Fact]
    public async Task A_giver_is_told_and_the_same_request_works_once_Stripe_is_back()
    {
        await using var installation = await Installation.StartAsync();
        var answering503 = new PlannedGift(1, 2500, 0, AddFees: false, Paying.Card, Clicks: 1);
        var gone = answering503 with { Number = 2 };

        await installation.Sandbox.ChaosAsync(new() { ["down"] = "true" });
        await IsToldAsync(installation, answering503);
        await installation.Sandbox.ChaosAsync();
        await installation.Sandbox.StopAsync();
        await IsToldAsync(installation, gone);
        await installation.Sandbox.StartAsync(installation.Site.Address);

        foreach (var gift in new[] { answering503, gone })
            await installation.Giver.GiveAsync(gift, KeyOf(gift), CancellationToken.None);
        await Installation.UntilAsync("the gifts were not paid", async () => (await StatusesAsync(installation)).All(s => s == DonationStatus.Paid));
        Assert.Equal(2, (await StatusesAsync(installation)).Count);
        Assert.Empty(installation.Giver.Surprises);
    }

    private static async Task IsToldAsync(Installation installation, PlannedGift gift)
    {
        using var answer = await installation.Giver.AskAsync(gift, KeyOf(gift), CancellationToken.None);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("paymentServiceUnavailable", problem.GetProperty("errors")[0].GetProperty("reason").GetString());
        Assert.NotEqual("", problem.GetProperty("detail").GetString());
    }

    private static string KeyOf(PlannedGift gift) => $"key-{gift.Number}";

    private static async Task<List<DonationStatus>> StatusesAsync(Installation installation)
    {
        await using var db = installation.Site.Database();
        return await db.Donations.Select(d => d.Status).ToListAsync();
    }
}
