namespace Stripe;

/// <summary>Names the program in the User-Agent, so that Stripe's logs tell who called.</summary>
public class AppInfo
{
    public string? Name { get; set; }

    public string? PartnerId { get; set; }

    public string? Version { get; set; }

    public string? Url { get; set; }

    public string FormatUserAgent() =>
        Name + (string.IsNullOrEmpty(Version) ? "" : $"/{Version}") + (string.IsNullOrEmpty(Url) ? "" : $" ({Url})");
}
