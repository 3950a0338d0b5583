using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using WebSettings = Solidarity.Web.Setup.Settings;

namespace Solidarity.App.Tests.Setup;

/// <summary>What one process is: a site, a job node, or both; and never neither.</summary>
public sealed class RolesTests
{
    [Theory]
    [InlineData(null, null, true, true)]
    [InlineData("false", null, false, true)]
    [InlineData(null, "false", true, false)]
    public void A_process_is_both_where_nothing_is_said(string? web, string? jobs, bool isSite, bool runsJobs)
    {
        Assert.True(TryRead(web, jobs, out var settings, out var wrong), wrong);
        Assert.Equal((isSite, runsJobs), (settings!.WebEnabled, settings.JobsEnabled));
    }

    [Fact]
    public void A_process_that_is_neither_does_not_start()
    {
        Assert.False(TryRead("false", "false", out _, out var wrong));
        Assert.Equal("Web:Enabled and Jobs:Enabled are both false: this process would have nothing to do.", wrong);
    }

    private static bool TryRead(string? web, string? jobs, out WebSettings? settings, out string? wrong)
    {
        var config = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Stripe:ApiKey"] = "sk_test_roles",
            ["Stripe:WebhookSecret"] = "whsec_roles",
            ["Web:Enabled"] = web,
            ["Jobs:Enabled"] = jobs,
        }).Build();
        return WebSettings.TryRead(config, new HostingEnvironment { EnvironmentName = Environments.Development }, out settings, out wrong);
    }
}
