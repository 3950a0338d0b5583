using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using WebSettings = Solidarity.Web.Setup.Settings;

namespace Solidarity.App.Tests.Setup;

/// <summary>A clock can be turned, to try out what happens then, and never where real money comes in.</summary>
public sealed class ClockOffsetTests
{
    [Theory]
    [InlineData("-90", -90)]
    [InlineData(null, 0)]
    public void In_development_a_clock_is_turned_by_so_many_seconds(string? given, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Read(Environments.Development, given, out _)?.ClockOffset);

    [Fact]
    public void In_production_it_is_not()
    {
        Assert.Null(Read(Environments.Production, "-90", out var wrong));
        Assert.Contains("Clock:OffsetSeconds", wrong, StringComparison.Ordinal);
        Assert.NotNull(Read(Environments.Production, null, out _));
    }

    private static WebSettings? Read(string environment, string? offset, out string? wrong)
    {
        var config = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Clock:OffsetSeconds"] = offset,
            ["Stripe:ApiKey"] = "sk_test_1",
            ["Stripe:WebhookSecret"] = "whsec_1",
            ["Sealing:Secret"] = "a secret of more than thirty-two characters",
            ["Site:PublicUrl"] = "https://site.example",
            ["Smtp:Host"] = "mail.example",
            ["Smtp:From"] = "help@site.example",
            ["Issuer:Name"] = "Issuer",
            ["Issuer:Street"] = "1 Street",
            ["Issuer:PostalCode"] = "1000",
            ["Issuer:City"] = "Brussels",
            ["Issuer:Country"] = "Belgium",
            ["Issuer:Email"] = "help@site.example",
        }).Build();
        _ = WebSettings.TryRead(config, new HostingEnvironment { EnvironmentName = environment }, out var settings, out wrong);
        return settings;
    }
}
