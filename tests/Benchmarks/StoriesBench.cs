using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Solidarity.Benchmarks.Measuring;

namespace Solidarity.Benchmarks;

/// <summary>Bars that are no times: what must never happen is tried by tests, which are run here in their short form. ./check runs all of them.</summary>
internal static partial class StoriesBench
{
    private const string Name = "stories";

    private static readonly Story[] Stories =
    [
        new("lost or doubled donations", "Faults", "FullyQualifiedName~KilledWhileGiving", "killed with kill -9 while giving; ledger against the sandbox's books"),
        new("pages of a first visit with a violation, a foreign request or an early cookie", "Browser.Tests", "FullyQualifiedName~PrivacyTests", "axe-core on every page is ./check's: all of Browser.Tests"),
        new("journeys that fail without JavaScript", "Browser.Tests", "FullyQualifiedName~GiveTests", "every other journey is ./check's: all of Browser.Tests"),
        new("differences after a storm", "Faults", "FullyQualifiedName~StormTests", "people and faults from a seed: kills, Stripe and mail cut, a full disk; then gifts, books, receipts, vouchers and mails are compared"),
        new("answers that were errors of ours", "App.Tests", "FullyQualifiedName~HostileInputTests", "20,000 hostile requests to every address, from a seed"),
    ];

    public static async Task RunAsync()
    {
        foreach (var story in Stories)
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", ["test", Path.Combine("tests", story.Project), "-c", "Release", "--nologo", "--filter", story.Filter, "--logger", "console;verbosity=normal"]) { RedirectStandardOutput = true })!;
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            var (passed, failed) = (Count(Passed().Match(said)), Count(Failed().Match(said)));
            // A run that found no test, or that crashed, says nothing good.
            if (passed + failed == 0 || (failed == 0 && process.ExitCode != 0))
                failed++;
            Figure.Print(Name, story.Metric, failed, "failed tests", string.Create(CultureInfo.InvariantCulture, $"{passed} passed; {story.Versus} (bar: 0)"));
        }
    }

    private static int Count(Match match) => match.Success ? int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^ *Passed: +(?<n>\d+)", RegexOptions.Multiline)]
    private static partial Regex Passed();

    [GeneratedRegex(@"^ *Failed: +(?<n>\d+)", RegexOptions.Multiline)]
    private static partial Regex Failed();

    private sealed record Story(string Metric, string Project, string Filter, string Versus);
}
