using System.Globalization;
using Solidarity.Benchmarks;
using Solidarity.Benchmarks.Running;

// "bare PORT DATABASE" is the program that the others are compared with; it runs in a process of its own.
if (args is ["bare", var port, var database])
{
    await BareServer.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), database);
    return 0;
}

if (args is ["payouts-report", var file])
{
    await PayoutsBench.ReportAsync(file);
    return 0;
}

if (args is ["data", var gifts, ..] && args.Length <= 3 && int.TryParse(gifts, CultureInfo.InvariantCulture, out var many) && many > 0)
{
    await DataCommand.RunAsync(many, args.ElementAtOrDefault(2));
    return 0;
}

var all = new Dictionary<string, Func<Bench, Task>> { ["pages"] = PagesBench.RunAsync, ["size"] = SizeBench.RunAsync, ["webhooks"] = WebhooksBench.RunAsync };
var name = args is [var one] ? one : "all";
if (args.Length > 1 || (name is not ("all" or "payouts" or "stories") && !all.ContainsKey(name)))
{
    await Console.Error.WriteLineAsync($"Unknown benchmark '{string.Join(' ', args)}'. There are: {string.Join(", ", all.Keys)}, payouts, stories, all, data N [FOLDER].");
    return 2;
}

if (name is "all" or "payouts")
    await PayoutsBench.RunAsync();
if (name is "all" or "stories")
    await StoriesBench.RunAsync();
if (name is "payouts" or "stories")
    return 0;
await using var bench = await Bench.PrepareAsync();
foreach (var (_, run) in all.Where(b => name == "all" || b.Key == name))
    await run(bench);
return 0;
