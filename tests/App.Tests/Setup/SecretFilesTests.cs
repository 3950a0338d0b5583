using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using WebSettings = Solidarity.Web.Setup.Settings;

namespace Solidarity.App.Tests.Setup;

/// <summary>Secrets come from files too; what is wrong with one is said by its key, and what is in it never.</summary>
public sealed class SecretFilesTests : IDisposable
{
    private const string Secret = "sk_test_do-not-print-me";

    private readonly string _folder = Directory.CreateTempSubdirectory("solidarity-secrets-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_key_may_name_a_file_instead() =>
        Assert.Equal(Secret, Read(("Stripe:ApiKey_FILE", Write("key", Secret + "\n"))).Stripe.ApiKey);

    [Fact]
    public void The_folder_of_credentials_that_systemd_gives_is_read()
    {
        Write("Stripe__ApiKey", Secret);
        Write("ConnectionStrings__Solidarity", "Data Source=elsewhere.db");
        Write("unrelated", "left alone");
        var settings = Read(("CREDENTIALS_DIRECTORY", _folder));
        Assert.Equal((Secret, "Data Source=elsewhere.db"), (settings.Stripe.ApiKey, settings.Database.ConnectionString));
    }

    [Fact]
    public void Systemd_puts_the_credentials_name_before_the_files_of_a_folder()
    {
        Write("solidarity_Stripe__ApiKey", Secret);
        Assert.Equal(Secret, Read(("CREDENTIALS_DIRECTORY", _folder)).Stripe.ApiKey);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named_with_its_key() =>
        Assert.StartsWith("Stripe:ApiKey is to be read from the file '/nowhere/at/all', which cannot be read", Wrong(("Stripe:ApiKey_FILE", "/nowhere/at/all")), StringComparison.Ordinal);

    [Fact]
    public void An_empty_file_is_no_value() =>
        Assert.EndsWith("which is empty.", Wrong(("Stripe:ApiKey_FILE", Write("key", "\n"))), StringComparison.Ordinal);

    [Fact]
    public void A_whole_disk_is_no_secret() =>
        Assert.EndsWith("which is too large for it.", Wrong(("Stripe:ApiKey_FILE", Write("key", new string('x', 100_000)))), StringComparison.Ordinal);

    [Fact]
    public void Two_places_for_one_key_are_one_too_many()
    {
        var wrong = Wrong(("Stripe:ApiKey", Secret), ("Stripe:ApiKey_FILE", Write("key", Secret + "2")));
        Assert.StartsWith("Stripe:ApiKey is given twice", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ConnectionStrings:Solidarity", "Host=db;Password='do-not-print-me")]
    [InlineData("ConnectionStrings:Solidarity", "do-not-print-me")]
    [InlineData("Smtp:Password", "do-not-print-me")]
    public void A_wrong_secret_is_named_by_its_key_and_not_shown(string key, string value)
    {
        var wrong = Wrong(("Stripe:ApiKey", Secret), ("Smtp:Host", "mail.example.org"), ("Smtp:From", "help@example.org"), (key + "_FILE", Write("secret", value)));
        Assert.Contains(key, wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("do-not-print-me", wrong, StringComparison.Ordinal);
    }

    private static WebSettings Read(params (string, string)[] given) => Try(given, out var wrong) ?? throw new InvalidOperationException(wrong);

    private static string Wrong(params (string, string)[] given)
    {
        Assert.Null(Try(given, out var wrong));
        return wrong!;
    }

    private static WebSettings? Try((string Key, string Value)[] given, out string? wrong)
    {
        var config = new ConfigurationBuilder().AddInMemoryCollection(given.Append(("Stripe:WebhookSecret", "whsec_1")).ToDictionary(g => g.Item1, g => (string?)g.Item2)).Build();
        _ = WebSettings.TryRead(config, new HostingEnvironment { EnvironmentName = Environments.Development }, out var settings, out wrong);
        return settings;
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
