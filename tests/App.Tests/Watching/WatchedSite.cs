using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Solidarity.App.Tests.Site;
using Solidarity.Payments.Checkout;
using Solidarity.Web.Texts;
using Solidarity.Web.Watching.Logs;

namespace Solidarity.App.Tests.Watching;

[CollectionDefinition(Name)]
public sealed class WatchedTests : ICollectionFixture<WatchedSite>
{
    public const string Name = "watched site";
}

/// <summary>A site that is watched in every way there is: a token for /metrics, a collector for OTLP, and every line of its log kept.</summary>
public sealed class WatchedSite : SiteFixture
{
    public const string Token = "a-token-for-the-tests-of-metrics";

    public const string SealingSecret = "a-secret-that-keys-are-encrypted-with";

    public Collector Collector { get; } = new();

    public KeptLog Log { get; } = new();

    /// <summary>Makes the checkout's words fail, as a mistake in our own code would, quoting what it was given.</summary>
    public FailingWords Words { get; } = new();

    protected override IEnumerable<(string Key, string Value)> MoreSettings =>
    [
        ("Metrics:Token", Token),
        ("Sealing:Secret", SealingSecret),
        ("Telemetry:Otlp", Collector.Address.ToString()),
        ("Logs:Format", "Json"),
        ("Logging:LogLevel:Default", "Debug"),
        ("Logging:LogLevel:Microsoft", "Information"),
        ("Logging:LogLevel:Microsoft.AspNetCore", "Information"),
        ("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Information"),
        ("Logging:Console:LogLevel:Default", "None"),
    ];

    protected override void MoreServices(IServiceCollection services)
    {
        services.AddSingleton<ILoggerProvider>(Log);
        services.AddSingleton<ICheckoutWords>(s =>
        {
            Words.True = ActivatorUtilities.CreateInstance<CheckoutWords>(s);
            return Words;
        });
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Collector.Dispose();
    }
}

/// <summary>Every line of a site's log: as it was said, and as it is written for whoever runs the site.</summary>
public sealed class KeptLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, LogLevel Level, string Said, string Written)> _lines = new();

    private readonly JsonLines _formatter = new(new HttpContextAccessor());

    public IReadOnlyList<(string Category, LogLevel Level, string Said, string Written)> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(KeptLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            using var line = new StringWriter();
            log._formatter.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter!), null, line);
            // What the message was made of counts as said, too.
            var values = state is IReadOnlyList<KeyValuePair<string, object?>> all ? string.Join(' ', all.Select(v => v.Value)) : "";
            log._lines.Enqueue((category, logLevel, $"{formatter(state, exception)} {values} {exception}", line.ToString()));
        }
    }
}

/// <summary>The words of the checkout page; or a failure that quotes somebody.</summary>
public sealed class FailingWords : ICheckoutWords
{
    /// <summary>Null: it does not fail.</summary>
    public string? Quoting { get; set; }

    internal ICheckoutWords True { get; set; } = null!;

    public string Tip(string language) => Quoting is { } words ? throw new InvalidOperationException($"There are no words for {words}.") : True.Tip(language);

    public string Fees(string language) => True.Fees(language);
}
