using System.Text.Json;
using Microsoft.Extensions.Logging;
using Solidarity.Web.Watching.Logs;

namespace Solidarity.App.Tests.Watching;

/// <summary>What is logged says what happened and never to whom.</summary>
[Collection(WatchedTests.Name)]
public sealed class LogTests(WatchedSite site)
{
    [Fact]
    public async Task Nobody_is_in_the_log()
    {
        var journey = await Journey.PlayAsync(site);
        var lines = site.Log.Lines;
        var own = lines.Where(l => l.Category.StartsWith("Solidarity.", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(own);
        Assert.All(own, line => Assert.All(journey.Personal, secret => Assert.DoesNotContain(secret, line.Said, StringComparison.OrdinalIgnoreCase)));
        // The server's own words, more of them than anybody has it say: addresses, secrets and queries are taken out where it repeats them.
        Assert.All(lines, line => Assert.All(journey.Personal, secret => Assert.DoesNotContain(secret, line.Written, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains(lines, line => journey.Personal.Exists(secret => line.Said.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_failure_is_one_line_of_JSON_with_its_trace_its_route_and_its_stack()
    {
        await Journey.PlayAsync(site);
        var failure = site.Log.Lines.Last(l => l.Level == LogLevel.Error && l.Said.Contains("There are no words for", StringComparison.Ordinal));

        Assert.Equal(1, failure.Written.Count(c => c == '\n'));
        using var line = JsonDocument.Parse(failure.Written);
        var said = line.RootElement;
        Assert.Equal(("Error", "POST", "/campaigns/{slug}/give"), (said.GetProperty("level").GetString(), said.GetProperty("method").GetString(), said.GetProperty("route").GetString()));
        Assert.Matches("^[0-9a-f]{32}$", said.GetProperty("trace").GetString());
        Assert.Matches("^[0-9a-f]{16}$", said.GetProperty("span").GetString());
        Assert.Contains("There are no words for (address)", said.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("OpenCheckout", said.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("Z", said.GetProperty("time").GetString(), StringComparison.Ordinal);
        Assert.All(site.Log.Lines, l => JsonDocument.Parse(l.Written).Dispose());
    }

    [Theory]
    [InlineData("Write to lea.maes@example.org now", "Write to (address) now")]
    [InlineData("user=lea%40example.org&x", "user=(address)&x")]
    [InlineData("GET http://x/gifts/abcdefghijklmnopqrstuvwxyz0 - - -", "GET http://x/gifts/(token) - - -")]
    [InlineData("/receipts/abcdefghijklmnopqrstuvwxyz0.pdf", "/receipts/(token).pdf")]
    [InlineData("/gifts/abcdefghijklmnopqrstuvwxyz0/refund", "/gifts/(token)/refund")]
    [InlineData("redirecting to /gifts/abcdefghijklmnopqrstuvwxyz0.", "redirecting to /gifts/(token).")]
    [InlineData("/account/confirm?link=abc&then=%2Fmy", "/account/confirm?link=(value)&then=(value)")]
    [InlineData("The key sk_live_abcdef123456 is unknown", "The key (key) is unknown")]
    [InlineData("Cannot insert. The duplicate key value is (lea, 5).", "Cannot insert. The duplicate key value is (value).")]
    [InlineData("   at Solidarity.Web.X.RunAsync(String a) in /src/Solidarity/Web/ThisIsAVeryLongNameOfAFileIndeed.cs:line 4", "   at Solidarity.Web.X.RunAsync(String a) in /src/Solidarity/Web/ThisIsAVeryLongNameOfAFileIndeed.cs:line 4")]
    [InlineData("Message 12 (receipt-mail) needs a person.", "Message 12 (receipt-mail) needs a person.")]
    public void What_looks_like_a_secret_is_taken_out(string said, string written) => Assert.Equal(written, Scrub.Words(said));
}
