using System.Diagnostics.CodeAnalysis;
using System.Net;
using Solidarity.Domain;
using Solidarity.Domain.Receipts;
using Solidarity.Jobs.Mail;
using Solidarity.Jobs.Records;
using Solidarity.Payments;
using Solidarity.Web.Watching;

namespace Solidarity.Web.Setup;

/// <summary>Everything the site reads from its configuration, checked once at the start.</summary>
public sealed class Settings
{
    /// <summary>A year, in seconds.</summary>
    private const int MostClockOffset = 366 * 24 * 3600;

    public required bool Development { get; init; }

    public required DatabaseSettings Database { get; init; }

    public required Site Site { get; init; }

    public required StripeSettings Stripe { get; init; }

    /// <summary>What the keys of cookies, forms and links are encrypted with in the database; null: they lie open, which only development allows.</summary>
    public required string? SealingSecret { get; init; }

    /// <summary>Null: mail goes into the local mailbox, which only development allows.</summary>
    public required SmtpOptions? Smtp { get; init; }

    /// <summary>Folder of the SQLite file and the mailbox.</summary>
    public required string Data { get; init; }

    /// <summary>Whether this process answers pages, API and webhooks; one that only runs jobs answers how it is and no more.</summary>
    public required bool WebEnabled { get; init; }

    public required bool JobsEnabled { get; init; }

    /// <summary>How long a worker may hold a message; what a killed process held is taken up again after that.</summary>
    public required TimeSpan JobsLease { get; init; }

    /// <summary>Off, every public page is made anew for every reader: for measuring, and for finding out whether a page is only stale.</summary>
    public required bool CacheEnabled { get; init; }

    /// <summary>Who gives receipts.</summary>
    public required IssuerParty Issuer { get; init; }

    public required LimitSettings Limits { get; init; }

    public required Retention Retention { get; init; }

    /// <summary>Whose word about the reader's own address is believed, besides this machine's.</summary>
    public required IReadOnlyList<IPNetwork> Proxies { get; init; }

    public required WatchSettings Watching { get; init; }

    /// <summary>How far this process's clock is turned, for trying out what happens then; zero in production.</summary>
    public required TimeSpan ClockOffset { get; init; }

    /// <summary>Reads and checks everything; the first thing that is wrong is named with its key in one sentence.</summary>
    public static bool TryRead(IConfiguration config, IHostEnvironment environment, [NotNullWhen(true)] out Settings? settings, [NotNullWhen(false)] out string? wrong)
    {
        try
        {
            settings = Read(new ConfigReader(SecretFiles.Over(config)), environment.IsDevelopment());
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
            SealingSecret = Safety.SealingSecret.Read(config, development),
            Smtp = ReadSmtp(config, development),
            WebEnabled = config.Flag("Web:Enabled", true),
            JobsEnabled = config.Flag("Jobs:Enabled", true),
            JobsLease = TimeSpan.FromSeconds(config.Number("Jobs:LeaseSeconds", 60, 1, 3600)),
            CacheEnabled = config.Flag("Cache:Enabled", true),
            Issuer = IssuerSettings.Read(config, development),
            Limits = LimitSettings.Read(config),
            Retention = RetentionSettings.Read(config),
            Proxies = config.Networks("Proxy:Networks"),
            Watching = WatchSettings.Read(config, development),
            ClockOffset = TimeSpan.FromSeconds(config.Number("Clock:OffsetSeconds", 0, -MostClockOffset, MostClockOffset)),
        };
        if (!development && settings.Site.PublicUrl.Scheme != Uri.UriSchemeHttps)
            throw new SettingWrong("Site:PublicUrl", "must begin with https:// in production.");
        if (settings is { WebEnabled: false, JobsEnabled: false })
            throw new SettingWrong("Web:Enabled", "and Jobs:Enabled are both false: this process would have nothing to do.");
        if (!development && settings.ClockOffset != TimeSpan.Zero)
            throw new SettingWrong("Clock:OffsetSeconds", "is for development: in production the clock is the machine's.");
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
/// <param name="DeclinesPerHour">Payments that may be declined from one address in an hour before its next gifts have to wait.</param>
/// <param name="Connections">Connections that one node holds at once; more are closed.</param>
public sealed record LimitSettings(int GiftsPerMinute, int ReadsPerMinute, int ReportsPerMinute, int FollowsPerMinute, int MealsPerHour, int DeclinesPerHour = 3, int Connections = 10_000)
{
    internal static LimitSettings Read(ConfigReader config) =>
        new(config.Number("Limits:GiftsPerMinute", 20, 1, 1_000_000), config.Number("Limits:ReadsPerMinute", 600, 1, 10_000_000),
            config.Number("Limits:ReportsPerMinute", 5, 1, 1_000_000), config.Number("Limits:FollowsPerMinute", 10, 1, 1_000_000),
            config.Number("Limits:MealsPerHour", 2000, 1, 1_000_000), config.Number("Limits:DeclinesPerHour", 3, 1, 1_000_000),
            config.Number("Limits:Connections", 10_000, 10, 1_000_000));
}

/// <summary>How many days what is kept. From the section "Retention"; docs/personal-data.md says what each is about.</summary>
internal static class RetentionSettings
{
    private const int Longest = 36_500;

    public static Retention Read(ConfigReader config)
    {
        var usual = new Retention();
        return new Retention
        {
            SignIns = Days("SignInDays", usual.SignIns),
            Drafts = Days("DraftDays", usual.Drafts),
            // Longer than a message is tried for.
            Mails = Days("MailDays", usual.Mails, 14),
            Mailings = Days("MailingDays", usual.Mailings, 30),
            Unconfirmed = Days("UnconfirmedDays", usual.Unconfirmed),
            // Longer than a bank takes for a direct debit.
            Unpaid = Days("UnpaidDays", usual.Unpaid, 30),
            EndedFollows = Days("EndedFollowDays", usual.EndedFollows),
            Reports = Days("ReportDays", usual.Reports),
            // Longer than Stripe lists events.
            Events = Days("EventDays", usual.Events, 31),
            Runs = Days("RunDays", usual.Runs),
        };

        TimeSpan Days(string key, TimeSpan usually, int least = 1) => TimeSpan.FromDays(config.Number($"Retention:{key}", usually.Days, least, Longest));
    }
}
