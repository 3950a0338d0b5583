using System.Globalization;

namespace Solidarity.App.Tests.Pictures;

/// <summary>Programs under libvips's names that never end, in a folder to look in first.</summary>
internal sealed class HangingTool : IDisposable
{
    public HangingTool()
    {
        foreach (var name in new[] { "vips", "vipsheader" })
        {
            var file = Path.Combine(Folder, name);
            File.WriteAllText(file, $"#!/bin/sh\necho $$ > {Begun}.tmp\n/bin/mv {Begun}.tmp {Begun}\nexec /bin/sleep 600\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("solidarity-hanging-").FullName;

    public bool HasBegun => File.Exists(Begun);

    public bool IsGone => !Directory.Exists($"/proc/{int.Parse(File.ReadAllText(Begun), CultureInfo.InvariantCulture)}");

    private string Begun => Path.Combine(Folder, "begun");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
