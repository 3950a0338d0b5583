using System.Text.Json;

namespace Solidarity.StripeNet.Tests.Reference;

/// <summary>The description of Stripe's API and its sample objects, where they lie in <c>shared/stripe</c> above or beside the repository.</summary>
internal static class StripeReference
{
    private static readonly string? Folder = Ancestors(AppContext.BaseDirectory)
        .Select(folder => Path.Combine(folder, "shared", "stripe"))
        .FirstOrDefault(Directory.Exists);

    public static bool IsHere => Folder is not null;

    public static JsonElement Schema { get; } = Read("openapi-subset.2026-07-29.dahlia.json");

    public static JsonElement Fixtures { get; } = Read("fixtures-subset.json");

    private static JsonElement Read(string file) =>
        Folder is null ? default : JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, file))).RootElement;

    private static IEnumerable<string> Ancestors(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }
}
