namespace Solidarity.Sandbox.Tests.Contract;

/// <summary>The description of Stripe's API beside the repository, where it is there.</summary>
public static class Reference
{
    public static string? Path { get; } = Find();

    /// <summary>Goes up from the test's own folder until some folder has a neighbour <c>shared/stripe</c>.</summary>
    private static string? Find()
    {
        for (var here = new DirectoryInfo(AppContext.BaseDirectory); here is not null; here = here.Parent)
        {
            var folder = System.IO.Path.Combine(here.FullName, "shared", "stripe");
            if (Directory.Exists(folder)) return Directory.EnumerateFiles(folder, "openapi-subset*.json").FirstOrDefault();
        }

        return null;
    }
}

/// <summary>A fact that needs the description of Stripe's API, and is skipped, saying so, without it.</summary>
public sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute()
    {
        if (Reference.Path is null) Skip = "There is no ../shared/stripe/openapi-subset*.json beside this repository to check against.";
    }
}
