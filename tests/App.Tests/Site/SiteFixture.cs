using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.TestDatabases;
using Solidarity.TestDatabases.Translations;
using Solidarity.Web.People;

namespace Solidarity.App.Tests.Site;

/// <summary>All tests of one site run one after the other: they share its database and the sandbox's clock.</summary>
[CollectionDefinition(Name)]
public sealed class SiteTests : ICollectionFixture<SiteFixture>
{
    public const string Name = "site";
}

/// <summary>
/// The whole site over HTTP, with the Stripe sandbox behind it, webhooks and jobs included. In a folder and a database
/// of its own: see <see cref="TestProvider"/> for where.
/// </summary>
public class SiteFixture : IAsyncLifetime, IAsyncDisposable
{
    public const string ApiKey = "sk_test_app_tests";
    public const string WebhookSecret = "whsec_app_tests";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly string _data = Directory.CreateTempSubdirectory("solidarity-app-tests-").FullName;
    private readonly OwnDatabase _database = OwnDatabase.New("app");

    private Host? _host;

    public StripeSandbox Stripe { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public ImpatientClock Clock { get; } = new();

    public IServiceProvider Services => _host!.Services;

    /// <summary>Settings that this site has besides.</summary>
    protected virtual IEnumerable<(string Key, string Value)> MoreSettings => [];

    /// <summary>What a test puts into the site besides.</summary>
    public Action<IServiceCollection>? Also { get; init; }

    public async Task InitializeAsync()
    {
        Stripe = new StripeSandbox();
        Address = new Uri($"http://localhost:{FreePort()}");
        _host = new Host(this);
        // Without a port: the factory would set it while the program, on its own thread, may have started already.
        _host.UseKestrel();
        _host.StartServer();
        await Stripe.ControlAsync("webhook", ("url", new Uri(Address, "/webhooks/stripe").ToString()), ("secret", WebhookSecret));
    }

    public virtual async Task DisposeAsync()
    {
        // Where it did not start, that is what must be heard of.
        if (_host is not null)
            await _host.DisposeAsync();
        await _database.DisposeAsync();
        Stripe?.Dispose();
        Directory.Delete(_data, recursive: true);
        // Where the page that asked caught the exception, no test of its own has failed.
        Assert.Empty(TranslateElsewhere.Instance.Faults);
    }

    ValueTask IAsyncDisposable.DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return new(DisposeAsync());
    }

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

    /// <summary>What this site has in other services' places.</summary>
    protected virtual void MoreServices(IServiceCollection services) => Also?.Invoke(services);

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
            builder.UseUrls(site.Address.GetLeftPart(UriPartial.Authority));
            var settings = new Dictionary<string, string>
            {
                ["SOLIDARITY_DATA"] = site._data,
                ["Database:Provider"] = TestProvider.Name,
                ["ConnectionStrings:Solidarity"] = site._database.ConnectionString,
                ["Site:PublicUrl"] = site.Address.ToString(),
                ["Stripe:ApiKey"] = ApiKey,
                ["Stripe:ApiBase"] = site.Stripe.Address.ToString(),
                ["Stripe:WebhookSecret"] = WebhookSecret,
                ["Limits:GiftsPerMinute"] = "100000",
                ["Limits:MealsPerHour"] = "100000",
                ["Limits:DeclinesPerHour"] = "100000",
                ["Limits:ReportsPerMinute"] = "100000",
                ["Limits:FollowsPerMinute"] = "100000",
                ["Logging:LogLevel:Default"] = "Warning",
            };
            foreach (var (key, value) in site.MoreSettings)
                settings[key] = value;
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureTestServices(services => services
                .AddSingleton<TimeProvider>(site.Clock)
                // Whoever begins to listen to its statements hears the next one.
                .ConfigureDbContext<SolidarityDb>(options => TestProvider.Watch(options.ConfigureLoggingCacheTime(TimeSpan.Zero)))
                .AddSingleton<IAuthorizationMiddlewareResultHandler>(new WatchRights(new RefuseRights())));
            builder.ConfigureTestServices(site.MoreServices);
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
