using System.Diagnostics;
using System.Globalization;
using System.Text;
using Solidarity.TestDatabases;
using Xunit.Abstractions;

namespace Solidarity.Faults.Storms;

/// <summary>
/// Sites and job nodes, people who give, cook, eat and give back, and all that can go wrong, from a seed; then it is made good, waited for, and
/// compared. This is the short form; ./faults runs it longer, and README.md beside this file tells how.
/// </summary>
public sealed class StormTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Nothing_is_lost_and_nothing_is_there_twice()
    {
        var plan = StormPlan.Read();
        var (figures, remembered) = (new Figures(), new Remembered());
        await using var fleet = new Fleet(plan);
        var begin = Stopwatch.GetTimestamp();
        var differences = new List<string>();
        try
        {
            var kitchens = await fleet.StartAsync();
            await BlowAsync(plan, fleet, kitchens, remembered, figures);
            differences.AddRange(await new Comparison(fleet, remembered).RunAsync());
            differences.AddRange(await new MailComparison(fleet, figures).RunAsync());
            differences.AddRange(await new PageComparison(fleet).RunAsync());
        }
        catch (Exception e)
        {
            // Told with the figures, like any other.
            differences.Add(e.ToString());
        }

        foreach (var failure in fleet.Unhandled())
            figures.Count("failures", failure);
        await TellAsync(plan, figures, differences, Stopwatch.GetElapsedTime(begin), fleet);
        Assert.Empty(differences);
    }

    private static async Task BlowAsync(StormPlan plan, Fleet fleet, TwoKitchens kitchens, Remembered remembered, Figures figures)
    {
        using var over = new CancellationTokenSource(plan.Lasts);
        var people = new People(plan, fleet, kitchens, remembered, figures).LiveAsync(over.Token);
        var progress = TellProgressAsync(figures, over.Token);
        await new Weather(plan, fleet, figures).BlowAsync(over.Token);
        await progress;
        await fleet.MendAsync();
        // Who was in the middle of something finishes it.
        await people;
        figures.Count("accepted", "gifts paid and thanked for", remembered.Paid.Count);
        figures.Count("accepted", "deliveries planned", remembered.Planned.Count);
        figures.Count("accepted", "deliveries brought", remembered.Brought.Count);
        figures.Count("accepted", "deliveries answered", remembered.Arrived.Count);
        figures.Count("accepted", "meals served", remembered.Served.Count);
        var quiet = new Quiet(fleet);
        await quiet.ComesAsync();
        await quiet.DecideDisputesAsync();
        await quiet.ComesAsync();
    }

    /// <summary>For who waits half an hour for the end.</summary>
    private static async Task TellProgressAsync(Figures figures, CancellationToken over)
    {
        for (var minutes = 1; ; minutes++)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (over.IsCancellationRequested)
                return;
            if (Environment.GetEnvironmentVariable("FAULTS_FIGURES") is { Length: > 0 } file)
                await File.AppendAllTextAsync(file, $"{minutes} min: {figures.Operations} operations, {figures.Of("kills")} kills, {figures.Of("faults")} faults\n", CancellationToken.None);
        }
    }

    private async Task TellAsync(StormPlan plan, Figures figures, List<string> differences, TimeSpan took, Fleet fleet)
    {
        var told = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"Storm on {TestProvider.Name}: {plan}; {took.TotalSeconds:0} s in all.").AppendLine(CultureInfo.InvariantCulture, $"operations: {figures.Operations}").Append(figures.ToString())
            .AppendLine(CultureInfo.InvariantCulture, $"differences: {differences.Count}");
        foreach (var difference in differences.Take(50))
            told.AppendLine(CultureInfo.InvariantCulture, $"  {difference}");
        output.WriteLine(told.ToString());
        if (Environment.GetEnvironmentVariable("FAULTS_FIGURES") is not { Length: > 0 } file)
            return;
        await File.AppendAllTextAsync(file, told.ToString());
        if (differences.Count > 0)
            await fleet.KeepLogsAsync(Path.GetDirectoryName(Path.GetFullPath(file))!);
    }
}
