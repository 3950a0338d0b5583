using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Ledger;
using Xunit.Abstractions;

namespace Solidarity.App.Tests.Hostile;

/// <summary>
/// Every address of the application with random and mutated requests. SOLIDARITY_FUZZ_SEED plays a run again, SOLIDARITY_FUZZ_REQUESTS makes it longer,
/// and SOLIDARITY_FUZZ_ONLY sends one request of it by its number.
/// </summary>
/// <remarks>Not beside the tests of the other site: two that start at the same moment got in each other's way.</remarks>
[Collection(SiteTests.Name)]
public sealed partial class HostileInputTests(ITestOutputHelper output)
{
    private const int Clients = 4;

    /// <summary>After so many requests the things and people are made anew.</summary>
    private const int Round = 2_500;

    /// <summary>
    /// No request may ask more commands of the database than this, whatever it says. Measured over 20,000: 57 where payout reports are made, each in a
    /// transaction of its own; 33 where a gift is begun; 21 and fewer everywhere else.
    /// </summary>
    private const int MostCommands = 80;

    /// <summary>And read no more rows: 63 measured, and a page of a list, which has its end, may be full in a longer run.</summary>
    private const int MostRows = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly int _seed = Number("SOLIDARITY_FUZZ_SEED", 20261122);
    private readonly int _requests = Number("SOLIDARITY_FUZZ_REQUESTS", 20_000);
    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private readonly ConcurrentBag<string> _faults = [];

    [Fact]
    public async Task Nothing_that_is_sent_breaks_the_site()
    {
        output.WriteLine($"SOLIDARITY_FUZZ_SEED={_seed}");
        var work = new CountWork();
        await using var site = new SiteFixture
        {
            Also = services => services.AddSingleton<IStartupFilter>(work).AddSingleton<ILoggerProvider>(work).ConfigureDbContext<SolidarityDb>(options => options.AddInterceptors(work)),
        };
        await site.InitializeAsync();
        var targets = HostileTargets.Of(site);
        for (var from = 0; from < _requests; from += Round)
        {
            var known = await HostileCallers.MakeAsync(site, targets, learn: from == 0);
            await SendAsync(site, targets, known, from, Math.Min(from + Round, _requests));
        }

        output.WriteLine($"{_statuses.Values.Sum()} requests to {targets.Count} addresses: " + string.Join(", ", _statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")));
        foreach (var (route, most) in work.Most.OrderByDescending(m => m.Value.Commands).Take(10))
            output.WriteLine($"{route}: at most {most.Commands} commands, {most.Rows} rows");
        using var browser = site.Browse();
        Assert.Equal(200, (int)(await browser.GoAsync("/")).Status);
        await site.UntilQuietAsync();
        await site.WithAsync<VerifyLedger>(async verify => (await verify.RunAsync(CancellationToken.None)).Faults.ToList().ForEach(_faults.Add));
        var costly = work.Most.Where(m => m.Value.Commands > MostCommands || m.Value.Rows > MostRows).Select(m => $"{m.Key}: {m.Value.Commands} commands, {m.Value.Rows} rows");
        string[] wrong = [.. _faults, .. costly, .. work.Errors];
        Assert.True(wrong.Length == 0, $"SOLIDARITY_FUZZ_SEED={_seed}: {wrong.Length} faults.\n{string.Join("\n\n", wrong.Take(40))}");
    }

    private Task SendAsync(SiteFixture site, IReadOnlyList<HostileTarget> targets, HostileCallers known, int from, int to)
    {
        var next = from - 1;
        var only = Number("SOLIDARITY_FUZZ_ONLY", -1);
        return Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            using var wire = new RawWire(site.Address);
            for (int number; (number = Interlocked.Increment(ref next)) < to;)
            {
                if (only >= 0 && number != only)
                    continue;
                var dice = new Dice(_seed, number);
                // Each in its turn, so that none is left out; and by anybody.
                var target = targets[number % targets.Count];
                var caller = dice.Of(known.All);
                await JudgeAsync(wire, HostileRequest.Make(dice, target, caller, known, site.Address), $"{number} {target} by {caller.Name}");
            }
        })));
    }

    private async Task JudgeAsync(RawWire wire, HostileRequest request, string name)
    {
        using var late = new CancellationTokenSource(Patience);
        RawAnswer? answer = null;
        try
        {
            answer = await wire.AskAsync(request.Bytes, request.Method, request.Whole, late.Token);
        }
        catch (OperationCanceledException)
        {
            _faults.Add($"{name}: no answer. {request.Line}");
        }
        catch (FormatException e)
        {
            _faults.Add($"{name}: the answer is no HTTP: {e.Message}. {request.Line}");
        }

        _statuses.AddOrUpdate(answer?.Status ?? 0, 1, (_, count) => count + 1);
        if (Fault(request, answer) is { } fault)
            _faults.Add($"{name}: {fault}\n{request.Line[..Math.Min(request.Line.Length, 300)]}\n{Encoding.Latin1.GetString(request.Bytes, 0, Math.Min(request.Bytes.Length, 1500))}");
    }

    private static string? Fault(HostileRequest request, RawAnswer? answer) => answer switch
    {
        null => request.Tame ? "closed without an answer" : null,
        { Status: >= 500 and not 501 and not 505 } => $"{answer.Status} {Trace().Match(answer.Text)}",
        _ when Trace().Match(answer.Text) is { Success: true } trace => $"{answer.Status} with a trace: {trace}",
        _ when answer.Header(CountWork.Reached) is null => RefusedByServer(answer) ? null : $"{answer.Status} by the server with a body, or kept open",
        _ => SecurityHeaders.Missing(answer) is { Count: > 0 } missing ? $"{answer.Status} without {string.Join(", ", missing)}" : null,
    };

    /// <summary>What Kestrel refuses before the application hears of it: a bare status, no body, and the connection closed.</summary>
    private static bool RefusedByServer(RawAnswer answer) => answer is { Status: 400 or 405 or 408 or 413 or 414 or 417 or 431 or 501 or 505, Body.Length: 0 } && answer.Header("Connection") == "close";

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    [GeneratedRegex(@"^\s+at [A-Z][\w.]+\(.*$|\b(System|Microsoft|Solidarity|Stripe)\.[\w.]+Exception\b.*$|\bSqlite Error\b.*$|DeveloperExceptionPage", RegexOptions.Multiline)]
    private static partial Regex Trace();
}
