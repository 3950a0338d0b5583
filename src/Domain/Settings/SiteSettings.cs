using System.Text.Json;
using System.Text.Json.Serialization;
using Solidarity.Domain.Campaigns;

namespace Solidarity.Domain.Settings;

/// <summary>What administrators choose while the site runs. It never changes: a change is another version.</summary>
public sealed record SiteSettings
{
    public const int LongestName = 60;
    public const int LongestText = 20_000;

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Null: as the configuration says (Site:Name).</summary>
    public string? Name { get; init; }

    public SiteLogo? Logo { get; init; }

    /// <summary>Markdown by language, shown on the page of legal notices.</summary>
    public IReadOnlyDictionary<string, string> Legal { get; init; } = new Dictionary<string, string>();

    /// <summary>Markdown by language, shown after the page on privacy.</summary>
    public IReadOnlyDictionary<string, string> Privacy { get; init; } = new Dictionary<string, string>();

    /// <summary>Of new campaigns. The platform pays for one only where this says that it does.</summary>
    public FeeBearer FeeBearer { get; init; } = FeeBearer.Recipient;

    /// <summary>Those that readers are offered, in the order of <see cref="Domain.Languages.All"/>; at least one.</summary>
    public IReadOnlyList<string> Languages { get; init; } = Domain.Languages.All;

    /// <summary>Of new campaigns: ISO 4217.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>Whether those who begin a campaign may choose so.</summary>
    public bool OffersBearer(FeeBearer bearer) => bearer != FeeBearer.Platform || FeeBearer == FeeBearer.Platform;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static SiteSettings FromJson(string json) => JsonSerializer.Deserialize<SiteSettings>(json, Json)!;

    /// <summary>The text in that language, or else in the first that has one, with its language.</summary>
    public static (string Language, string Text)? In(IReadOnlyDictionary<string, string> texts, string language) =>
        texts.TryGetValue(language, out var own) ? (language, own)
        : Domain.Languages.All.Where(texts.ContainsKey).Select(l => ((string, string)?)(l, texts[l])).FirstOrDefault();
}

/// <summary>A picture of ours, as much of it as every page needs.</summary>
/// <param name="Path">Of a small file.</param>
/// <param name="Width">Of the widest file, in pixels.</param>
/// <param name="Height">Of the widest file, in pixels.</param>
public sealed record SiteLogo(Guid Id, string Path, int Width, int Height);
