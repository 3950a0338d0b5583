namespace Solidarity.Domain.Organisations;

/// <summary>Where organisations can be at home: the European countries in which Stripe opens connected accounts, by ISO 3166-1 alpha-2.</summary>
/// <remarks>https://docs.stripe.com/connect/cross-border-payouts</remarks>
public static class Countries
{
    public const string Default = "BE";

    public static IReadOnlyList<string> All { get; } =
    [
        "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU",
        "IE", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    ];

    public static bool Knows(string? code) => code is not null && All.Contains(code);
}
