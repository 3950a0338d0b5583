using System.Diagnostics.CodeAnalysis;
using System.Net;
using Solidarity.Domain;
using Solidarity.Domain.Receipts;
using Solidarity.Jobs.Mail;
using Solidarity.Payments;

namespace Solidarity.Web.Setup;

/// <summary>Everything the site reads from its configuration, checked once at the start.</summary>
public sealed class Settings
{
    public required bool Development { get; init; }

    public required DatabaseSettings Database { get; init; }

    public required Site Site { get; init; }

    public required StripeSettings Stripe { get; init; }

    /// <summary>Null: mail goes into the local mailbox, which only development allows.</summary>
    public required SmtpOptions? Smtp { get; init; }

    /// <summary>Folder of the SQLite file and the mailbox.</summary>
    public required string Data { get; init; }

    public required bool JobsEnabled { get; init; }

    /// <summary>How long a worker may hold a message; what a killed process held is taken up again after that.</summary>
    public required TimeSpan JobsLease { get; init; }

    /// <summary>Off, every public page is made anew for every reader: for measuring, and for finding out whether a page is only stale.</summary>
    public required bool CacheEnabled { get; init; }

    /// <summary>Who gives receipts.</summary>
    public required IssuerParty Issuer { get; init; }

    public required LimitSettings Limits { get; init; }

    /// <summary>Whose word about the reader's own address is believed, besides this machine's.</summary>
    public required IReadOnlyList<IPNetwork> Proxies { get; init; }

    /// <summary>Reads and checks everything; the first thing that is wrong is named with its key in one sentence.</summary>
    public static bool TryRead(IConfiguration config, IHostEnvironment environment, [NotNullWhen(true)] out Settings? settings, [NotNullWhen(false)] out string? wrong)
    {
        try
        {
            settings = Read(new ConfigReader(config), environment.IsDevelopment());
            wrong = null;
            return true;
        }
        catch (SettingWrong e)
        {
            (settings, wrong) = (null, e.Message);
            return false;
        }
    }

    /// <summary>Says why the site does not start.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync($"Solidarity does not start: {why}");
        return 1;
    }

    private static Settings Read(ConfigReader config, bool development)
    {
        var data = Path.GetFullPath(config.Text("SOLIDARITY_DATA", "./data"));
        var settings = new Settings
        {
            Development = development,
            Data = data,
            Database = DatabaseSettings.Read(config, data),
            Site = new Site
            {
                Name = config.Text("Site:Name", "Solidarity"),
                PublicUrl = config.Address("Site:PublicUrl", development ? $"http://localhost:{config.Text("SOLIDARITY_PORT", "5080")}" : null),
                SourceUrl = config.OptionalAddress("Site:SourceUrl"),
                UnsubscribeMailbox = UnsubscribeMailbox(config),
                TimeZone = config.TimeZone("Site:TimeZone", "Europe/Brussels"),
                ReceiptYears = config.Number("Site:ReceiptYears", 10, 1, 100),
            },
            Stripe = new StripeSettings
            {
                ApiKey = config.Text("Stripe:ApiKey"),
                ApiBase = config.OptionalAddress("Stripe:ApiBase"),
                WebhookSecret = config.Text("Stripe:WebhookSecret"),
                ConnectWebhookSecret = config.Optional("Stripe:ConnectWebhookSecret"),
            },
            Smtp = ReadSmtp(config, development),
            JobsEnabled = config.Flag("Jobs:Enabled", true),
            JobsLease = TimeSpan.FromSeconds(config.Number("Jobs:LeaseSeconds", 60, 1, 3600)),
            CacheEnabled = config.Flag("Cache:Enabled", true),
            Issuer = IssuerSettings.Read(config, development),
            Limits = LimitSettings.Read(config),
            Proxies = config.Networks("Proxy:Networks"),
        };
        if (!development && settings.Site.PublicUrl.Scheme != Uri.UriSchemeHttps)
            throw new SettingWrong("Site:PublicUrl", "must begin with https:// in production.");
        return settings;
    }

    private static string? UnsubscribeMailbox(ConfigReader config) => config.Optional("Site:UnsubscribeMailbox") switch
    {
        null => null,
        { } address => EmailAddress.ToAscii(address) ?? throw new SettingWrong("Site:UnsubscribeMailbox", "must be an e-mail address."),
    };

    private static SmtpOptions? ReadSmtp(ConfigReader config, bool development)
    {
        if (config.Optional("Smtp:Host") is null)
            return development ? null : throw new SettingWrong("Smtp:Host", "is missing: receipts could not be sent. Only development keeps mail in a local mailbox.");
        var options = new SmtpOptions
        {
            Host = config.Text("Smtp:Host"),
            Port = config.Number("Smtp:Port", 587, 1, 65535),
            User = config.Optional("Smtp:User"),
            Password = config.Optional("Smtp:Password"),
            Security = config.Choice("Smtp:Security", SmtpSecurity.StartTls),
            From = config.Text("Smtp:From"),
            FromName = config.Optional("Smtp:FromName"),
        };
        return options.Problem() is { } problem ? throw new SettingWrong(problem) : options;
    }
}

/// <summary>From the section "Issuer".</summary>
internal static class IssuerSettings
{
    public static IssuerParty Read(ConfigReader config, bool development) => new(
        config.Text("Issuer:Name", development ? "Solidarity (demonstration)" : null),
        config.Text("Issuer:Street", development ? "1 Example Street" : null),
        config.Text("Issuer:PostalCode", development ? "1000" : null),
        config.Text("Issuer:City", development ? "Brussels" : null),
        config.Text("Issuer:Country", development ? "Belgique" : null),
        config.Optional("Issuer:Registration"),
        config.Text("Issuer:Email", development ? "help@solidarity.example" : null));
}

/// <summary>How much one address may ask for. From the section "Limits".</summary>
/// <param name="GiftsPerMinute">Gifts begun from one address in a minute, by form and API together.</param>
/// <param name="ReadsPerMinute">API reads from one address in a minute.</param>
/// <param name="ReportsPerMinute">Reports sent from one address in a minute.</param>
/// <param name="FollowsPerMinute">Updates asked for and answered from one address in a minute.</param>
/// <param name="MealsPerHour">Meals asked for from one address in an hour, paid or not: each takes a place for a while.</param>
public sealed record LimitSettings(int GiftsPerMinute, int ReadsPerMinute, int ReportsPerMinute, int FollowsPerMinute, int MealsPerHour)
{
    internal static LimitSettings Read(ConfigReader config) =>
        new(config.Number("Limits:GiftsPerMinute", 20, 1, 1_000_000), config.Number("Limits:ReadsPerMinute", 600, 1, 10_000_000),
            config.Number("Limits:ReportsPerMinute", 5, 1, 1_000_000), config.Number("Limits:FollowsPerMinute", 10, 1, 1_000_000),
            config.Number("Limits:MealsPerHour", 2000, 1, 1_000_000));
}
