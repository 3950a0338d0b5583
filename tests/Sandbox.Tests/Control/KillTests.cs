using System.Collections.Concurrent;
using System.Net;

namespace Solidarity.Sandbox.Tests.Control;

/// <summary>A sandbox killed without warning in the middle of its work.</summary>
public sealed class KillTests : IDisposable
{
    private readonly SandboxProcess sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task What_was_answered_is_kept_and_the_books_are_whole()
    {
        var paid = new ConcurrentBag<string>();
        await sandbox.Start();
        var givers = Enumerable.Range(0, 4).Select(_ => GiveUntilItDies(paid)).ToList();
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (paid.Count < 60) await Task.Delay(5, deadline.Token);
        await sandbox.Kill();
        await Task.WhenAll(givers);
        await sandbox.Start();

        foreach (var id in paid) Assert.Equal("paid", (await sandbox.Stripe.Get($"/v1/checkout/sessions/{id}")).Ok().Text("payment_status"));
        var books = await sandbox.Look("books");
        var booked = books["transactions"]!.AsArray().Select(entry => (string)entry!["payment_intent"]!).ToList();
        Assert.Equal((await CompleteSessions()).Select(session => (string)session["payment_intent"]!).Order(), booked.Order());
        Assert.Equal(1945L * booked.Count, (long)books["balances"]!["eur"]!);
    }

    private async Task GiveUntilItDies(ConcurrentBag<string> paid)
    {
        try
        {
            while (true)
            {
                var session = (await sandbox.Stripe.Post("/v1/checkout/sessions", Journey.SessionFields())).Ok();
                if (await sandbox.PayByCard(session.Text("url")) == HttpStatusCode.SeeOther) paid.Add(session.Id);
            }
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            // The process is gone, as it should be.
        }
    }

    private async Task<IReadOnlyList<JsonNode>> CompleteSessions()
    {
        var complete = new List<JsonNode>();
        Reply page;
        do
        {
            var after = complete.Count == 0 ? [] : new[] { ("starting_after", (string)complete[^1]["id"]!) };
            page = (await sandbox.Stripe.Get("/v1/checkout/sessions", [("limit", "100"), ("status", "complete"), .. after])).Ok();
            complete.AddRange(page.Data);
        }
        while ((bool)page["has_more"]!);
        return complete;
    }
}
