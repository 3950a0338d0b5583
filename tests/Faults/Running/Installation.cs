using Solidarity.TestDatabases;

namespace Solidarity.Faults.Running;

/// <summary>A site and its sandbox with one live campaign, in a folder of their own.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("solidarity-faults-").FullName;

    private readonly List<Site> _nodes = [];

    private Installation()
    {
        Sandbox = new Sandbox(_folder);
        Site = new Site(_folder, Sandbox);
        Giver = new Giver(Site, Http);
    }

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) };

    public Sandbox Sandbox { get; }

    public Site Site { get; }

    public Giver Giver { get; }

    public static async Task<Installation> StartAsync(params (string Name, string Value)[] settings)
    {
        var made = new Installation();
        foreach (var (name, value) in settings)
            made.Site.More[name] = value;
        await made.Sandbox.StartAsync(made.Site.Address);
        await made.Site.StartAsync(made.Http);
        await OneCampaign.WriteAsync(made.Site, made.Sandbox);
        return made;
    }

    /// <summary>A second process of the site on the same database, which leaves the jobs to the first.</summary>
    public async Task<Site> AnotherNodeAsync()
    {
        var node = new Site(_folder, Sandbox);
        foreach (var (name, value) in Site.More)
            node.More[name] = value;
        node.More["Jobs__Enabled"] = "false";
        _nodes.Add(node);
        await node.StartAsync(Http);
        return node;
    }

    /// <summary>Waits until it is so.</summary>
    public static async Task UntilAsync(string what, Func<Task<bool>> isSo)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(begin) > TimeSpan.FromMinutes(3))
                throw new TimeoutException($"After three minutes: {what}.");
            await Task.Delay(200);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
        await Site.DisposeAsync();
        await Sandbox.DisposeAsync();
        Http.Dispose();
        await OwnDatabase.Of(Site.Data).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
