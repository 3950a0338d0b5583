using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Web.Safety;

namespace Solidarity.App.Tests.Safety;

/// <summary>What one node has sealed another opens, with keys that lie in the database.</summary>
[Collection(SiteTests.Name)]
public sealed class SealingKeysTests(SiteFixture site)
{
    [Fact]
    public void Another_process_on_the_database_opens_what_this_one_has_sealed()
    {
        var sealedHere = site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("a word");
        var repository = site.Services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository!;
        using var other = new ServiceCollection().AddDataProtection().SetApplicationName("Solidarity").Services
            .Configure<KeyManagementOptions>(options => options.XmlRepository = repository).BuildServiceProvider();

        Assert.Equal("a word", other.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(sealedHere));
    }

    [Fact]
    public async Task Of_two_nodes_that_lack_a_key_one_makes_it()
    {
        var scopes = site.Services.GetRequiredService<IServiceScopeFactory>();
        var nowhere = new DirectoryInfo(Path.Combine(Path.GetTempPath(), UnguessableToken.Create()));
        List<SealingKeys> nodes = [.. Enumerable.Range(0, 2).Select(_ => new SealingKeys(scopes, nowhere, null))];
        var before = nodes.ConvertAll(n => n.GetAllElements().Count)[0];
        await Task.WhenAll(nodes.Select((node, i) => Task.Run(() => node.StoreElement(new XElement("key", new XAttribute("id", Guid.NewGuid())), $"test-key-{i}"))));
        Assert.All(nodes, n => Assert.Equal(before + 1, n.GetAllElements().Count));
        await ForgetAsync();
    }

    [Fact]
    public async Task What_another_node_stores_at_the_same_moment_takes_nothing_away()
    {
        var repository = site.Services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository!;
        var before = repository.GetAllElements().Count;
        // Not of the kind that is a key, so that nothing uses them and none may be left out.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => repository.StoreElement(new XElement("test", i), $"test-{i}"))));
        Assert.Equal(before + 4, repository.GetAllElements().Count);
        await ForgetAsync();
    }

    private Task<int> ForgetAsync() => site.InDbAsync(db => db.SealingKeys.Where(k => k.Name.StartsWith("test-")).ExecuteDeleteAsync());
}
