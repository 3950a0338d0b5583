using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Solidarity.Domain;
using Solidarity.TestDatabases;
using Solidarity.Web.Safety;
using WebSettings = Solidarity.Web.Setup.Settings;

namespace Solidarity.App.Tests.Safety;

/// <summary>Keys lie in the database so that who reads it, or a backup of it, has none of them.</summary>
public sealed class SealingSecretTests : IAsyncLifetime
{
    private const string Secret = "c2VhbGluZyBzZWNyZXQgb2YgdGhlIHRlc3Rz+1234567=";
    private const string Other = "YW5vdGhlciBzZWNyZXQgdGhhbiB0aGUgZmlyc3Q/1234567=";

    /// <summary>Before what is secret in a key that lies open.</summary>
    private const string Open = "masterKey";

    private readonly string _data = Directory.CreateTempSubdirectory("solidarity-sealing-").FullName;
    private OwnDatabase _database = null!;

    public async Task InitializeAsync() => _database = await OwnDatabase.MigratedAsync("sealing");

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task A_key_is_stored_encrypted_and_opens_on_every_node_that_has_the_secret()
    {
        await using var here = Node(Secret);
        await using var there = Node(Secret);
        var said = Protector(here).Protect("a word");

        Assert.Null(there.ShutSealingKeys());
        Assert.Equal("a word", Protector(there).Unprotect(said));
        var row = Assert.Single(await RowsAsync());
        Assert.DoesNotContain(Open, row, StringComparison.Ordinal);
        // Nodes of two versions name it alike.
        Assert.Contains("decryptorType=\"Solidarity.Web.Safety.OpenSealingKey, Solidarity.Web\"", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lay_open_is_encrypted_once_by_nodes_that_start_together_and_stays_the_same_key()
    {
        await using var before = Node(null);
        var said = Protector(before).Protect("a word");
        Assert.Contains(Open, Assert.Single(await RowsAsync()), StringComparison.Ordinal);

        var nodes = Enumerable.Range(0, 4).Select(_ => Node(Secret)).ToList();
        Assert.All(await Task.WhenAll(nodes.Select(node => Task.Run(node.ShutSealingKeys))), Assert.Null);

        var row = Assert.Single(await RowsAsync());
        Assert.DoesNotContain(Open, row, StringComparison.Ordinal);
        foreach (var node in nodes)
        {
            Assert.Equal("a word", Protector(node).Unprotect(said));
            Assert.Null(node.ShutSealingKeys());
            await node.DisposeAsync();
        }

        Assert.Equal([row], await RowsAsync());
    }

    [Fact]
    public async Task What_is_taken_over_from_files_is_encrypted_on_its_way()
    {
        await using (var before = Node(null))
        {
            Protector(before).Protect("a word");
            Directory.CreateDirectory(Path.Combine(_data, "keys"));
            await File.WriteAllTextAsync(Path.Combine(_data, "keys", "key-1.xml"), Assert.Single(await RowsAsync()));
        }

        await using (var db = _database.Open())
            await db.SealingKeys.ExecuteDeleteAsync();
        await using var after = Node(Secret);

        Assert.Null(after.ShutSealingKeys());
        Assert.DoesNotContain(Open, Assert.Single(await RowsAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Other, "Sealing:Secret does not open the keys in the database.")]
    [InlineData(null, "Sealing:Secret is missing, and keys in the database are sealed with one.")]
    public async Task Another_secret_or_none_stops_the_start_and_makes_no_new_keys(string? secret, string why)
    {
        await using (var right = Node(Secret))
            Protector(right).Protect("a word");
        await using var wrong = Node(secret);

        var said = wrong.ShutSealingKeys();

        Assert.StartsWith(why, said, StringComparison.Ordinal);
        Assert.Contains("take out the rows of \"SealingKeys\"", said, StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => Protector(wrong).Protect("another"));
        Assert.Single(await RowsAsync());
    }

    [Fact]
    public void Every_sealing_is_another_and_a_change_is_found()
    {
        var (secret, plain) = (new SealingSecret(Secret), new XElement("masterKey", "by chance"));
        var (first, second) = (secret.Encrypt(plain).EncryptedElement, secret.Encrypt(plain).EncryptedElement);
        Assert.NotEqual(first.Value, second.Value);
        Assert.Equal(plain.ToString(), secret.Decrypt(first).ToString());

        var bytes = Convert.FromBase64String(first.Value);
        bytes[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => secret.Decrypt(new XElement(first.Name, Convert.ToBase64String(bytes))));
        Assert.ThrowsAny<CryptographicException>(() => secret.Decrypt(new XElement(first.Name, "")));
        Assert.ThrowsAny<CryptographicException>(() => secret.Decrypt(new XElement(first.Name, "*")));
    }

    [Fact]
    public void Production_asks_for_it_by_name_and_says_how_to_make_one()
    {
        Assert.Null(Read(null, Environments.Development, out _)!.SealingSecret);
        foreach (var bad in new[] { null, "too short" })
        {
            Assert.Null(Read(bad, Environments.Production, out var wrong));
            Assert.StartsWith("Sealing:Secret ", wrong, StringComparison.Ordinal);
            Assert.Contains("`openssl rand -base64 32`", wrong, StringComparison.Ordinal);
            Assert.DoesNotContain("too short", wrong, StringComparison.Ordinal);
        }
    }

    private static IDataProtector Protector(IServiceProvider node) => node.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private ServiceProvider Node(string? secret)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddDbContext<SolidarityDb>(options => _database.Use(options));
        services.AddSharedSealing(Read(secret, Environments.Development, out var wrong) ?? throw new InvalidOperationException(wrong));
        return services.BuildServiceProvider();
    }

    private WebSettings? Read(string? secret, string environment, out string? wrong)
    {
        var config = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SOLIDARITY_DATA"] = _data,
            ["Stripe:ApiKey"] = "sk_test_1",
            ["Stripe:WebhookSecret"] = "whsec_1",
            ["Site:PublicUrl"] = "https://site.example",
            ["Sealing:Secret"] = secret,
        }).Build();
        _ = WebSettings.TryRead(config, new HostingEnvironment { EnvironmentName = environment }, out var settings, out wrong);
        return settings;
    }

    private async Task<List<string>> RowsAsync()
    {
        await using var db = _database.Open();
        return await db.SealingKeys.OrderBy(k => k.Id).Select(k => k.Xml).ToListAsync();
    }
}
