using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Solidarity.Faults.Running;

namespace Solidarity.Benchmarks.Running;

/// <summary>A folder with the demo's database, and the programs that are measured on it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("solidarity-bench-").FullName;
    private readonly List<Running> _running = [];

    private Bench() => Sandbox = new Sandbox(_folder);

    public const string Secret = Sandbox.Secret;

    public Sandbox Sandbox { get; }

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Makes the demo data, through the code that real gifts take; or takes it from the folder that BENCH_DEMO names.</summary>
    public static async Task<Bench> PrepareAsync()
    {
        var bench = new Bench();
        await bench.Sandbox.StartAsync(new Uri("http://127.0.0.1:9"));
        if (Environment.GetEnvironmentVariable("BENCH_DEMO") is { } made)
        {
            CopyDatabase(made, bench.Data("demo"));
            return bench;
        }

        var environment = bench.Development(5080, bench.Data("demo"));
        using var demo = Started.Program("Web", environment, "demo");
        if (await demo.EndedAsync(TimeSpan.FromMinutes(20)) != 0)
            throw new InvalidOperationException($"No demo data: {demo.Said}");
        return bench;
    }

    /// <summary>A copy of the demo's data under another name.</summary>
    public string Copy(string name)
    {
        SqliteConnection.ClearAllPools();
        CopyDatabase(Data("demo"), Data(name));
        return Data(name);
    }

    private static void CopyDatabase(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "solidarity.db*"))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    /// <summary>Runs "verify-ledger" on that data.</summary>
    /// <returns>How many seconds it took, and the most memory it had in megabytes.</returns>
    /// <exception cref="InvalidOperationException">It found a fault.</exception>
    public async Task<(double Seconds, double Megabytes)> VerifyAsync(string data)
    {
        var begin = Stopwatch.GetTimestamp();
        using var program = Started.Dll(Path.Combine(PublishedSite, "Solidarity.Web.dll"), Production(5080, data), "verify-ledger");
        var most = 0.0;
        for (var ended = program.EndedAsync(TimeSpan.FromHours(1)); !ended.IsCompleted; await Task.WhenAny(ended, Task.Delay(100)))
            most = Math.Max(most, program.PeakMegabytes);
        var seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        return await program.EndedAsync() == 0 ? (seconds, most) : throw new InvalidOperationException(program.Said);
    }

    /// <summary>The site as published, as in production.</summary>
    public Task<Running> SiteAsync(string data, params (string Name, string Value)[] more)
    {
        var port = Port.Claim();
        var environment = Production(port.Number, data);
        foreach (var (key, value) in more)
            environment[key] = value;
        return StartAsync(port, () => Started.Dll(Path.Combine(PublishedSite, "Solidarity.Web.dll"), environment), "/health/live");
    }

    private Dictionary<string, string> Production(int port, string data)
    {
        var environment = Development(port, data);
        environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        environment["Site__PublicUrl"] = "https://localhost";
        environment["Smtp__Host"] = "127.0.0.1";
        environment["Smtp__Port"] = "9";
        environment["Smtp__Security"] = "None";
        environment["Smtp__From"] = "help@mail.example";
        foreach (var (key, value) in new[] { ("Name", "Bench"), ("Street", "1 Street"), ("PostalCode", "1000"), ("City", "Brussels"), ("Country", "BE"), ("Email", "help@mail.example") })
            environment[$"Issuer__{key}"] = value;
        return environment;
    }

    /// <summary>The site as built, as a developer starts it.</summary>
    public Task<Running> BuiltSiteAsync(string data, string firstPage)
    {
        var port = Port.Claim();
        return StartAsync(port, () => Started.Program("Web", Development(port.Number, data)), firstPage);
    }

    /// <param name="data">Whose database the endpoint inserts into.</param>
    public Task<Running> BareAsync(string data)
    {
        var port = Port.Claim();
        string[] arguments = ["bare", port.Number.ToString(CultureInfo.InvariantCulture), Path.Combine(data, "solidarity.db")];
        return StartAsync(port, () => Started.Dll(Assembly.GetExecutingAssembly().Location, new Dictionary<string, string>(), arguments), "/empty");
    }

    /// <summary>Where ./bench puts it.</summary>
    public static string PublishedSite => Environment.GetEnvironmentVariable("BENCH_SITE") ?? throw new InvalidOperationException("BENCH_SITE is missing: run ./bench.");

    public async ValueTask DisposeAsync()
    {
        foreach (var running in _running)
            await running.DisposeAsync();
        await Sandbox.DisposeAsync();
        Http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Data(string name) => Path.Combine(_folder, name);

    private async Task<Running> StartAsync(Port port, Func<Started> start, string path)
    {
        var running = new Running(port, start);
        _running.Add(running);
        await running.FirstAnswerAsync(Http, path);
        return running;
    }

    private Dictionary<string, string> Development(int port, string data) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
        ["SOLIDARITY_DATA"] = data,
        ["Site__PublicUrl"] = $"http://127.0.0.1:{port}",
        ["Stripe__ApiKey"] = Sandbox.Key,
        ["Stripe__ApiBase"] = Sandbox.Address.ToString(),
        ["Stripe__WebhookSecret"] = Secret,
        // One database, now as in production and now as built.
        ["Sealing__Secret"] = "keys of a benchmark, which nobody minds",
        ["Limits__ReadsPerMinute"] = "10000000",
    };
}
