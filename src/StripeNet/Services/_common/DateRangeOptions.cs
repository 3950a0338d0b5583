using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>A span of time in UTC, to the second.</summary>
public class DateRangeOptions : INestedOptions
{
    [JsonPropertyName("gt")]
    public DateTime? GreaterThan { get; set; }

    [JsonPropertyName("gte")]
    public DateTime? GreaterThanOrEqual { get; set; }

    [JsonPropertyName("lt")]
    public DateTime? LessThan { get; set; }

    [JsonPropertyName("lte")]
    public DateTime? LessThanOrEqual { get; set; }
}
