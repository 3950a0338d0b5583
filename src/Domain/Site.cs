namespace Solidarity.Domain;

/// <summary>What this installation is called and where it stands. From the section "Site" of the configuration.</summary>
public sealed class Site
{
    public string Name { get; set; } = "Solidarity";

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

    public Uri Page(string path) => new(PublicUrl, path);

    public Uri GiftPage(string token) => Page($"/gifts/{token}");

    public DateOnly DayOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime);
}
