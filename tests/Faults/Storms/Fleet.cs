using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Solidarity.Faults.Outages;
using Solidarity.Faults.Running;
using Solidarity.TestDatabases;

namespace Solidarity.Faults.Storms;

/// <summary>Sites and job nodes on one database, a front before the sites, the Stripe sandbox and a mail server.</summary>
internal sealed partial class Fleet : IAsyncDisposable
{
    private readonly Port _mailPort = Port.Claim();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private bool _isMounted;

    public Fleet(StormPlan plan)
    {
        Sandbox = new Sandbox(Folder);
        Mail = new SmtpServer(_mailPort.Number, keepsWords: false);
        Nodes =
        [
            .. Enumerable.Range(1, plan.Sites).Select(n => NodeOf($"site {n}", web: true, jobs: plan.JobNodes == 0)),
            .. Enumerable.Range(1, plan.JobNodes).Select(n => NodeOf($"job node {n}", web: false, jobs: true)),
        ];
        Sites = [.. Nodes.Take(plan.Sites)];
        Front.Serve(Sites.Select(n => n.Site.Address));
        Disk = new Disk(Nodes[0].Site.Data);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("solidarity-storm-").FullName;

    public Front Front { get; } = new();

    public Sandbox Sandbox { get; }

    public SmtpServer Mail { get; }

    public IReadOnlyList<Node> Nodes { get; }

    public IReadOnlyList<Node> Sites { get; }

    public Disk Disk { get; }

    /// <summary>Any of them, for what all have in common: the database, and commands.</summary>
    public Site Any => Nodes[0].Site;

    public async Task<TwoKitchens> StartAsync()
    {
        Directory.CreateDirectory(Any.Data);
        _isMounted = Disk.Mount();
        await Sandbox.StartAsync(Front.Address);
        await Any.StartAsync(_http);
        await OneCampaign.WriteAsync(Any, Sandbox);
        var kitchens = await TwoKitchens.WriteAsync(Any, Sandbox);
        foreach (var node in Nodes.Skip(1))
            node.Site.Start();
        await AllAnswerAsync();
        return kitchens;
    }

    /// <summary>Every process runs, is awake, and has the true time.</summary>
    public async Task MendAsync()
    {
        foreach (var node in Nodes)
        {
            await node.AloneAsync(async () =>
            {
                if (node.IsTurned && node.Site.IsRunning)
                    await node.Site.KillAsync();
                if (!node.Site.IsRunning)
                    node.Start();
            }, TimeSpan.FromMinutes(1));
        }

        await AllAnswerAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await node.Site.DisposeAsync();
            node.Dispose();
        }

        await Sandbox.DisposeAsync();
        await Mail.DisposeAsync();
        await Front.DisposeAsync();
        _mailPort.Dispose();
        _http.Dispose();
        if (Environment.GetEnvironmentVariable("FAULTS_KEEP") is { Length: > 0 })
            return;
        await OwnDatabase.Of(Any.Data).DisposeAsync();
        if (_isMounted)
            Disk.Unmount();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Exceptions that requests ended with, by their first lines: whoever tries again may not have told.</summary>
    public IEnumerable<string> Unhandled() => Nodes.SelectMany(n => n.Site.Log.Append(n.Site.Said)).SelectMany(said => Failure().Matches(said))
        .Select(m => Numbers().Replace(m.Groups["what"].Value, "…"));

    /// <summary>What every process wrote, beside the database.</summary>
    public async Task KeepLogsAsync(string folder)
    {
        foreach (var node in Nodes)
            await File.WriteAllLinesAsync(Path.Combine(folder, node.Name.Replace(' ', '-') + ".log"), [.. node.Site.Log, node.Site.Said]);
    }

    [GeneratedRegex("""An unhandled exception has occurred while executing the request\.\s+(?<what>[^\n]{1,200})""")]
    private static partial Regex Failure();

    [GeneratedRegex("[0-9a-f-]*[0-9][0-9a-f-]*")]
    private static partial Regex Numbers();

    private Node NodeOf(string name, bool web, bool jobs)
    {
        var site = new Site(Folder, Sandbox, Front.Address);
        foreach (var (key, value) in new[]
        {
            ("Web__Enabled", web ? "true" : "false"),
            ("Jobs__Enabled", jobs ? "true" : "false"),
            ("Smtp__Host", "127.0.0.1"),
            ("Smtp__Port", _mailPort.Number.ToString(CultureInfo.InvariantCulture)),
            ("Smtp__Security", "None"),
            ("Smtp__From", "help@mail.example"),
            ("Limits__FollowsPerMinute", "1000000"),
        })
        {
            site.More[key] = value;
        }

        return new Node(name, site);
    }

    private async Task AllAnswerAsync()
    {
        foreach (var node in Nodes)
        {
            var begin = Stopwatch.GetTimestamp();
            while (!await node.Site.AnswersAsync(_http, TimeSpan.FromSeconds(60)))
            {
                if (Stopwatch.GetElapsedTime(begin) > TimeSpan.FromMinutes(4))
                    throw new InvalidOperationException($"{node.Name} does not answer:\n{node.Site.Said}");
                node.StartAgain();
            }
        }
    }
}
