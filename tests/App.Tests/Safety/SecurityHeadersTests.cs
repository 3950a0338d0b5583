using System.Text;
using Solidarity.App.Tests.Hostile;
using Solidarity.App.Tests.People;
using Solidarity.App.Tests.Site;

namespace Solidarity.App.Tests.Safety;

/// <summary>Every address of the application, from its routes: whatever it answers, the headers that keep browsers safe are on it.</summary>
[Collection(SiteTests.Name)]
public sealed class SecurityHeadersTests(SiteFixture site)
{
    [Theory]
    [InlineData("GET", "")]
    [InlineData("HEAD", "")]
    [InlineData("DELETE", "")]
    [InlineData("POST", "Content-Length: 600000\r\nContent-Type: application/x-www-form-urlencoded\r\n")]
    [InlineData("GET", "If-None-Match: *\r\nRange: bytes=0-0\r\n")]
    public async Task On_every_answer(string method, string headers)
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var bare = new List<string>();
        var statuses = new HashSet<int>();
        foreach (var route in HostileTargets.Of(site).Select(t => t.Route).Distinct())
        {
            using var wire = new RawWire(site.Address);
            var request = $"{method} {RightsTests.Fill(route, campaign)} HTTP/1.1\r\nHost: {site.Address.Authority}\r\nConnection: close\r\nX-Forwarded-For: 10.9.{Random.Shared.Next(256)}.{Random.Shared.Next(256)}\r\n{headers}\r\n";
            if (await wire.AskAsync(Encoding.ASCII.GetBytes(request), method, whole: true, CancellationToken.None) is not { } answer)
                continue;
            statuses.Add(answer.Status);
            if (SecurityHeaders.Missing(answer) is { Count: > 0 } missing)
                bare.Add($"{method} {route}: {answer.Status} without {string.Join(", ", missing)}");
        }

        Assert.Empty(bare);
        Assert.True(statuses.Count > (method == "DELETE" ? 0 : 1), string.Join(", ", statuses));
    }
}
