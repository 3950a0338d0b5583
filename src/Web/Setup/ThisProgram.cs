using System.Reflection;

namespace Solidarity.Web.Setup;

internal static class ThisProgram
{
    /// <summary>As the build wrote it down.</summary>
    public static string Version { get; } = typeof(ThisProgram).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
