using Solidarity.Faults.Running;
using Solidarity.TestDatabases;

namespace Solidarity.Faults.Nodes;

/// <summary>Two sites without jobs and two job nodes without a site, on one database, with one live campaign.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("solidarity-nodes-").FullName;

    private Cluster()
    {
        Sandbox = new Sandbox(_folder);
        Sites = [Node(("Jobs__Enabled", "false")), Node(("Jobs__Enabled", "false"))];
        Jobs = [Node(("Web__Enabled", "false")), Node(("Web__Enabled", "false"))];
    }

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) };

    public Sandbox Sandbox { get; }

    public IReadOnlyList<Site> Sites { get; }

    public IReadOnlyList<Site> Jobs { get; }

    public static async Task<Cluster> StartAsync()
    {
        var made = new Cluster();
        await made.Sandbox.StartAsync(made.Sites[0].Address);
        var (exit, said) = await made.Sites[0].CommandAsync("migrate");
        Assert.True(exit == 0, said);
        // All at the same moment, on an empty database: who makes the keys, who writes the schedule?
        await Task.WhenAll(made.Sites.Concat(made.Jobs).Select(node => node.StartAsync(made.Http)));
        await OneCampaign.WriteAsync(made.Sites[0], made.Sandbox);
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Sites.Concat(Jobs))
            await node.DisposeAsync();
        await Sandbox.DisposeAsync();
        Http.Dispose();
        await OwnDatabase.Of(Path.Combine(_folder, "data")).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Site Node((string Name, string Value) setting)
    {
        var node = new Site(_folder, Sandbox);
        node.More[setting.Name] = setting.Value;
        return node;
    }
}
