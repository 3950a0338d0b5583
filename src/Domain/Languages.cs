namespace Solidarity.Domain;

/// <summary>The languages that the platform speaks, by ISO 639-1 code.</summary>
public static class Languages
{
    public const string Default = "en";

    public static IReadOnlyList<string> All { get; } = ["fr", "nl", "en", "it", "de"];

    public static bool Speaks(string? language) => language is not null && All.Contains(language);
}
