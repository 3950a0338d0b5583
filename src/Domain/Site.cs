using System.Diagnostics.CodeAnalysis;
using Solidarity.Domain.Settings;

namespace Solidarity.Domain;

/// <summary>What this installation is called and where it stands: from the section "Site" of the configuration, and from what administrators chose since.</summary>
public sealed class Site
{
    private string _name = "Solidarity";
    private volatile SiteSettings _settings = new();

    /// <summary>As administrators named it, or else the configuration.</summary>
    public string Name
    {
        get => _settings.Name ?? _name;
        set => _name = value;
    }

    /// <summary>What administrators chose last. Replaced as a whole, on every node within seconds.</summary>
    public SiteSettings Settings
    {
        get => _settings;
        set => _settings = value;
    }

    /// <summary>Those that readers are offered.</summary>
    public IReadOnlyList<string> Languages => _settings.Languages;

    /// <summary>For readers who ask for none that is offered.</summary>
    public string DefaultLanguage => Offers(Domain.Languages.Default) ? Domain.Languages.Default : Languages[0];

    /// <summary>The address people reach it at, such as https://give.example.org.</summary>
    public required Uri PublicUrl { get; set; }

    /// <summary>IANA name: days on charts, dates on receipts and in mails are counted here.</summary>
    public string TimeZone { get; set; } = "Europe/Brussels";

    /// <summary>Where the source of what runs here can be had: the licence asks an operator who changed it to say so (AGPL-3.0, section 13).</summary>
    public Uri? SourceUrl { get; set; }

    /// <summary>A mailbox whose owner ends mails of one kind for whoever writes to it; offered beside the one-click address. Null for none.</summary>
    public string? UnsubscribeMailbox { get; set; }

    /// <summary>
    /// How many full years after the year they were given in receipts name whom they were given to, even one who asked to be erased: as long as the law asks
    /// for the documents behind the books (in Belgium seven years for bookkeeping, Code de droit économique art. III.86, and ten for taxes; in France ten, Code de commerce art. L123-22).
    /// </summary>
    public int ReceiptYears { get; set; } = 10;

    public bool Offers([NotNullWhen(true)] string? language) => language is not null && Languages.Contains(language);

    public Uri Page(string path) => new(PublicUrl, path);

    public Uri GiftPage(string token) => Page($"/gifts/{token}");

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>What a clock on the wall here calls so, as UTC. A time that the clocks leap over in spring is the hour after; of one that comes twice in autumn, the second.</summary>
    public DateTimeOffset MomentOf(DateTime local) =>
        new(TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(local) ? local.AddHours(1) : local, Zone), TimeSpan.Zero);

    /// <summary>When that day begins here.</summary>
    public DateTimeOffset BeginningOf(DateOnly day) => MomentOf(day.ToDateTime(TimeOnly.MinValue));

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
