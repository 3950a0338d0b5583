using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Solidarity.Domain.Messages;
using Solidarity.Payments.Webhooks;

namespace Solidarity.Payments.Tests.Webhooks;

/// <summary>What an operator is told to ask Stripe for is what the code does something with.</summary>
public sealed partial class WebhookEventsTests
{
    [Fact]
    public async Task The_code_does_something_with_every_event_of_the_lists()
    {
        var idle = new List<string>();
        foreach (var kind in WebhookEvents.Platform)
            idle.AddRange(await IsLeftAloneAsync(kind, null) ? [kind] : []);
        foreach (var kind in WebhookEvents.Connected)
            idle.AddRange(await IsLeftAloneAsync(kind, "acct_1") ? [kind] : []);
        Assert.Empty(idle);
    }

    [Theory]
    [InlineData("customer.created", null)]
    [InlineData("charge.succeeded", "acct_1")]
    [InlineData("payout.paid", null)]
    public async Task What_is_not_in_the_lists_is_left_alone(string kind, string? account) => Assert.True(await IsLeftAloneAsync(kind, account));

    [Fact]
    public void The_sandbox_sends_nothing_that_is_not_asked_for()
    {
        var sent = Directory.EnumerateFiles(Repository("src", "StripeSandbox"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Event().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).ToHashSet();
        Assert.Contains("charge.refunded", sent);
        Assert.Empty(sent.Except(WebhookEvents.Platform).Except(WebhookEvents.Connected));
    }

    [Fact]
    public void The_document_for_going_live_names_the_same_events()
    {
        var lists = File.ReadAllText(Repository("docs", "going-live.md")).Split("```").Where((_, i) => i % 2 == 1).Where(block => block.StartsWith("events", StringComparison.Ordinal))
            .Select(block => block.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)[1..]).ToList();
        Assert.Equal(2, lists.Count);
        Assert.Equal(WebhookEvents.Platform, lists[0]);
        Assert.Equal(WebhookEvents.Connected, lists[1]);
    }

    [GeneratedRegex("\"((?:checkout\\.session|charge|refund|payout|account|capability)\\.[a-z_.]*[a-z])\"")]
    private static partial Regex Event();

    /// <summary>Whatever it does needs something that is not there.</summary>
    private static async Task<bool> IsLeftAloneAsync(string kind, string? account)
    {
        var handle = new HandleStripeEvent(null!, null!, null!, null!, null!, null!, null!, null!);
        var now = TimeProvider.System.GetUtcNow();
        try
        {
            await handle.RunAsync(new InboxMessage { EventId = "evt_1", Kind = kind, ObjectId = "x_1", StripeAccountId = account, CreatedAt = now, DueAt = now }, CancellationToken.None);
            return true;
        }
        catch (Exception e) when (e is NullReferenceException or ArgumentNullException)
        {
            return false;
        }
    }

    private static string Repository(params string[] path) => Path.Combine([Path.GetDirectoryName(Here())!, "..", "..", "..", .. path]);

    private static string Here([CallerFilePath] string here = "") => here;
}
