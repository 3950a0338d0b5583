using System.Globalization;

namespace Solidarity.App.Tests.Pictures;

/// <summary>Programs under libvips's names that do something else, in a folder to look in first.</summary>
internal sealed class FakeTool : IDisposable
{
    /// <param name="script">What they do once they have begun.</param>
    public FakeTool(string script)
    {
        foreach (var name in new[] { "vips", "vipsheader" })
        {
            var file = Path.Combine(Folder, name);
            File.WriteAllText(file, $"#!/bin/sh\n/usr/bin/env > {Begun}.env\necho $$ > {Begun}.tmp\n/bin/mv {Begun}.tmp {Begun}\n{script}\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public static FakeTool ThatHangs() => new("exec /bin/sleep 600");

    public string Folder { get; } = Directory.CreateTempSubdirectory("solidarity-fake-tool-").FullName;

    public bool HasBegun => File.Exists(Begun);

    public bool IsGone => !Directory.Exists($"/proc/{int.Parse(File.ReadAllText(Begun), CultureInfo.InvariantCulture)}");

    /// <summary>Names of what the environment held.</summary>
    public IEnumerable<string> Environment => File.ReadLines(Begun + ".env").Select(line => line.Split('=')[0]);

    private string Begun => Path.Combine(Folder, "begun");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
