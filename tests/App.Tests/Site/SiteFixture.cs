using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Web.People;

namespace Solidarity.App.Tests.Site;

/// <summary>All tests of one site run one after the other: they share its database and the sandbox's clock.</summary>
[CollectionDefinition(Name)]
public sealed class SiteTests : ICollectionFixture<SiteFixture>
{
    public const string Name = "site";
}

/// <summary>
/// The whole site over HTTP, with the Stripe sandbox behind it, webhooks and jobs included. On SQLite in a folder of its own; with
/// SOLIDARITY_TEST_SQLSERVER set to a connection string, on SQL Server in a database of its own.
/// </summary>
public sealed class SiteFixture : IAsyncLifetime, IAsyncDisposable
{
    public const string ApiKey = "sk_test_app_tests";
    public const string WebhookSecret = "whsec_app_tests";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly string _data = Directory.CreateTempSubdirectory("solidarity-app-tests-").FullName;
    private readonly string? _sqlServer = Environment.GetEnvironmentVariable("SOLIDARITY_TEST_SQLSERVER") is { Length: > 0 } server
        ? $"{server};Initial Catalog=solidarity_app_{RandomNumberGenerator.GetHexString(8, true)}"
        : null;

    private Host _host = null!;

    public StripeSandbox Stripe { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public ImpatientClock Clock { get; } = new();

    public IServiceProvider Services => _host.Services;

    public async Task InitializeAsync()
    {
        Stripe = new StripeSandbox();
        var port = FreePort();
        Address = new Uri($"http://localhost:{port}");
        _host = new Host(this);
        _host.UseKestrel(port);
        _host.StartServer();
        await Stripe.ControlAsync("webhook", ("url", new Uri(Address, "/webhooks/stripe").ToString()), ("secret", WebhookSecret));
    }

    public async Task DisposeAsync()
    {
        if (_sqlServer is not null)
            await InDbAsync(db => db.Database.EnsureDeletedAsync());
        await _host.DisposeAsync();
        Stripe.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());

    /// <param name="language">What the browser asks for.</param>
    public Browser Browse(string language = "en") => new(Address, language);

    public async Task<T> InDbAsync<T>(Func<SolidarityDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SolidarityDb>());
    }

    /// <summary>Work with a service of the site, in a scope of its own.</summary>
    public async Task WithAsync<TService>(Func<TService, Task> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<Donation> DonationAsync(string token) =>
        InDbAsync(db => db.Donations.AsNoTracking().Include(d => d.Lines).Include(d => d.Moves).SingleAsync(d => d.Token == token));

    public Task<List<Donation>> DonationsOfAsync(DemoCampaign campaign) =>
        InDbAsync(db => db.Donations.AsNoTracking().Include(d => d.Lines).Where(d => d.Lines.Any(l => l.CampaignId == campaign.Id)).OrderBy(d => d.Id).ToListAsync());

    /// <summary>Looks again and again until it is so.</summary>
    /// <param name="why">What to say besides where it never is.</param>
    public static async Task EventuallyAsync(Func<Task<bool>> isSo, string what, Func<Task<string>>? why = null)
    {
        using var late = new CancellationTokenSource(Deadline);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isSo())
        {
            if (late.IsCancellationRequested)
                Assert.Fail($"Not within {Deadline.TotalSeconds} seconds: {what}. {(why is null ? "" : await why())}");
            await again.WaitForNextTickAsync();
        }
    }

    public Task UntilAsync(string token, DonationStatus status) =>
        EventuallyAsync(async () => (await DonationAsync(token)).Status == status, $"the donation is {status}", UndoneAsync);

    /// <summary>Nothing waits in either queue: whatever was going to happen has happened.</summary>
    public Task UntilQuietAsync() => EventuallyAsync(async () =>
        (int)(await Stripe.LookAsync("/sandbox/webhook"))["waiting"]! == 0
        && await InDbAsync(async db => !await db.Inbox.AnyAsync(m => m.DoneAt == null) && !await db.Outbox.AnyAsync(m => m.DoneAt == null)), "all messages are done", UndoneAsync);

    private async Task<string> UndoneAsync() => $"Webhooks: {await Stripe.LookAsync("/sandbox/webhook")}. " + string.Join("; ", await InDbAsync(async db =>
        (await db.Inbox.Where(m => m.DoneAt == null).ToListAsync()).Cast<Domain.Messages.Message>().Concat(await db.Outbox.Where(m => m.DoneAt == null).ToListAsync())
        .Select(m => $"{m.Kind} {m.State} after {m.Attempts}: {m.LastError}")));

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private sealed class Host(SiteFixture site) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            var settings = new Dictionary<string, string>
            {
                ["SOLIDARITY_DATA"] = site._data,
                ["Site:PublicUrl"] = site.Address.ToString(),
                ["Stripe:ApiKey"] = ApiKey,
                ["Stripe:ApiBase"] = site.Stripe.Address.ToString(),
                ["Stripe:WebhookSecret"] = WebhookSecret,
                ["Limits:GiftsPerMinute"] = "100000",
                ["Limits:MealsPerHour"] = "100000",
                ["Limits:ReportsPerMinute"] = "100000",
                ["Limits:FollowsPerMinute"] = "100000",
                ["Logging:LogLevel:Default"] = "Warning",
            };
            if (site._sqlServer is { } server)
                (settings["Database:Provider"], settings["ConnectionStrings:Solidarity"]) = ("SqlServer", server);
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureTestServices(services => services
                .AddSingleton<TimeProvider>(site.Clock)
                .AddSingleton<IAuthorizationMiddlewareResultHandler>(new WatchRights(new RefuseRights())));
        }
    }
}

/// <summary>The true time; but whoever waits by it may be made to lose patience soon.</summary>
public sealed class ImpatientClock : TimeProvider
{
    public bool Impatient { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Impatient && dueTime > TimeSpan.FromSeconds(1) ? TimeSpan.FromMilliseconds(500) : dueTime, period);
}
