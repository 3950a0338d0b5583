namespace Solidarity.Browser.Tests.Running;

/// <summary>Where the repository lies.</summary>
internal static class Sources
{
    // …/tests/Browser.Tests/bin/{configuration}/{framework}/
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));

    public static string Folder(params string[] parts) => Path.Combine([Root, .. parts]);
}
