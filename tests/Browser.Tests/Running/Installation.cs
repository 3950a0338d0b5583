using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Solidarity.Browser.Tests.Visiting;
using Solidarity.Database.Sqlite;
using Solidarity.Domain;
using Solidarity.Faults.Running;

namespace Solidarity.Browser.Tests.Running;

/// <summary>The site with its demo data and the Stripe sandbox, as <c>./run</c> starts them, and one browser: once for all tests.</summary>
public sealed class Installation : IAsyncLifetime
{
    private const string Key = "sk_test_browser";
    private const string Secret = "whsec_browser";

    private readonly string _folder = Directory.CreateTempSubdirectory("solidarity-browser-").FullName;
    private readonly Port _sitePort = Port.Claim();
    private readonly Port _sandboxPort = Port.Claim();
    private Started? _site;
    private Started? _sandbox;
    private Chromium? _chromium;

    public Uri Site => new($"http://localhost:{Text(_sitePort.Number)}");

    /// <summary>Under another name of this machine: to the browser it is another site, as Stripe's page is.</summary>
    public Uri SandboxAddress => new($"http://127.0.0.1:{Text(_sandboxPort.Number)}");

    internal SandboxControl Sandbox { get; private set; } = null!;

    internal SiteApi Api { get; private set; } = null!;

    internal Accessibility Accessibility { get; } = new();

    public IBrowser Browser => Like?.Browser ?? _chromium!.Browser;

    /// <summary>Another whose demo data, sandbox and browser this one takes, for a site of its own; null: it has all of its own.</summary>
    internal Installation? Like { get; init; }

    /// <summary>Changes the demo data before the site starts; null leaves it.</summary>
    internal Func<SolidarityDb, Task>? Fill { get; init; }

    public string Mailbox => Path.Combine(Data, "mailbox");

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The database as it was before anybody came.</summary>
    private string Fresh => Path.Combine(_folder, "fresh.db");

    /// <summary>The site's own database, read and filled beside it: pages that are kept whole learn nothing of it.</summary>
    internal SolidarityDb Database() =>
        new((DbContextOptions<SolidarityDb>)new DbContextOptionsBuilder<SolidarityDb>().UseSolidaritySqlite($"Data Source={Path.Combine(Data, "solidarity.db")}").Options);

    public async Task InitializeAsync()
    {
        if (Like is null)
            await MakeDemoAsync();
        else
            Like.CopyTo(Data);
        if (Fill is not null)
        {
            await using var db = Database();
            await Fill(db);
        }

        _site = Started.Program("Web", Environment());
        await _site.AnswersAsync(new Uri(Site, "/health/ready"));
    }

    private void CopyTo(string data)
    {
        Directory.CreateDirectory(data);
        File.Copy(Fresh, Path.Combine(data, "solidarity.db"));
    }

    private async Task MakeDemoAsync()
    {
        _chromium = await Chromium.LaunchAsync();
        _sandbox = Started.Program("StripeSandbox", new Dictionary<string, string>
        {
            ["SOLIDARITY_SANDBOX_PORT"] = Text(_sandboxPort.Number),
            ["SANDBOX_PUBLIC_URL"] = SandboxAddress.GetLeftPart(UriPartial.Authority),
            ["SANDBOX_DATA"] = Path.Combine(_folder, "sandbox"),
            ["SANDBOX_WEBHOOK_URL"] = SandboxControl.WebhookOf(Site),
            ["SANDBOX_WEBHOOK_SECRET"] = Secret,
            // Until the clock is moved on.
            ["SANDBOX_SEPA_SECONDS"] = "3600",
        });
        Sandbox = new SandboxControl(SandboxAddress, Site, Secret);
        Api = new SiteApi(Site);
        await _sandbox.AnswersAsync(new Uri(SandboxAddress, "/sandbox/health"));
        using (var demo = Started.Program("Web", Environment(), "demo"))
        {
            if (await demo.EndedAsync() != 0)
                throw new InvalidOperationException($"The demo data could not be made:\n{demo.Said}");
        }

        await using var made = Database();
        await made.Database.ExecuteSqlAsync($"VACUUM INTO {Fresh}");
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        foreach (var program in new[] { _site, _sandbox }.OfType<Started>())
        {
            await program.StopAsync();
            program.Dispose();
        }

        Sandbox?.Dispose();
        Api?.Dispose();
        _sitePort.Dispose();
        _sandboxPort.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Dictionary<string, string> Environment() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_CONTENTROOT"] = Sources.Folder("src", "Web"),
        ["ASPNETCORE_URLS"] = Site.ToString(),
        ["Site__PublicUrl"] = Site.GetLeftPart(UriPartial.Authority),
        ["SOLIDARITY_DATA"] = Data,
        ["Stripe__ApiKey"] = Key,
        ["Stripe__ApiBase"] = (Like ?? this).SandboxAddress.GetLeftPart(UriPartial.Authority),
        ["Stripe__WebhookSecret"] = Secret,
        // All givers come from one address here.
        ["Limits__GiftsPerMinute"] = "1000000",
        ["Limits__MealsPerHour"] = "1000000",
        ["Limits__DeclinesPerHour"] = "1000000",
        ["Limits__ReadsPerMinute"] = "1000000",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Tests of one collection run one after the other: they share the sandbox's clock and its webhooks.</summary>
[CollectionDefinition(Name)]
public sealed class OneInstallation : ICollectionFixture<Installation>
{
    public const string Name = "One installation";
}
