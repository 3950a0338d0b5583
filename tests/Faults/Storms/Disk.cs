using System.Diagnostics;
using System.Globalization;

namespace Solidarity.Faults.Storms;

/// <summary>A disk of its own for the data folder, small enough to be filled: a tmpfs, which only root can have.</summary>
internal sealed class Disk(string folder)
{
    private const int Megabytes = 768;

    private bool _isOwn;

    private string Filler => Path.Combine(folder, "filler");

    public bool Mount() => _isOwn = OperatingSystem.IsLinux() && Environment.UserName == "root"
        && Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes.ToString(CultureInfo.InvariantCulture)}m", "solidarity-faults", folder);

    public void Unmount() => Run("umount", "-l", folder);

    /// <returns>False where the folder has no disk of its own.</returns>
    public bool Fill()
    {
        if (!_isOwn)
            return false;
        try
        {
            using var file = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.Read, 1);
            var block = new byte[64 * 1024];
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Free()
    {
        if (_isOwn)
            File.Delete(Filler);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
