using System.Diagnostics;

namespace Solidarity.Web.Pictures;

/// <summary>What a program said.</summary>
/// <param name="Succeeded">It ended by itself, with code 0, in time.</param>
internal sealed record ToolAnswer(bool Succeeded, string Output, string Complaint);

/// <summary>
/// libvips as a program of its own (Debian: libvips-tools), so that a fault in a decoder is not a fault in the site. It gets no shell, none of
/// the site's environment, and only so much time, memory and disk; formats that libvips holds for unsafe are switched off.
/// </summary>
/// <param name="path">Folders to look for it in, as in PATH.</param>
/// <param name="patience">How long one step may take.</param>
public sealed class ImageTool(string path, TimeSpan patience)
{
    private const int LongestAnswer = 4096;

    /// <summary>A progressive JPEG of the most pixels is held whole: 240 MB. The largest file is a picture of the greatest height, not compressed.</summary>
    private static readonly string[] Limits = ["--as=2000000000", "--cpu=20", "--fsize=268435456", "--nofile=64", "--core=0"];

    private static readonly string[] Needed = OperatingSystem.IsLinux() ? ["vips", "vipsheader", "prlimit"] : ["vips", "vipsheader"];

    /// <summary>Looked for each time: it may be installed while the site runs.</summary>
    public bool IsThere => Needed.All(name => Find(name) is not null);

    /// <summary>Whether another program that pictures are given to is installed.</summary>
    public bool Has(string program) => Find(program) is not null;

    /// <summary>Runs a program in a folder and waits for it.</summary>
    /// <exception cref="OperationCanceledException">The caller does not want it any more; the program is gone.</exception>
    internal async Task<ToolAnswer> RunAsync(string folder, string program, string[] arguments, CancellationToken cancel)
    {
        using var process = new Process { StartInfo = Describe(folder, program, arguments) };
        process.Start();
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(patience);
        try
        {
            process.StandardInput.Close();
            var output = BeginningAsync(process.StandardOutput, late.Token);
            var complaint = BeginningAsync(process.StandardError, late.Token);
            await process.WaitForExitAsync(late.Token);
            return new ToolAnswer(process.ExitCode == 0, await output, await complaint);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new ToolAnswer(false, "", $"Stopped after {patience.TotalSeconds} seconds.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private ProcessStartInfo Describe(string folder, string program, string[] arguments)
    {
        var limited = OperatingSystem.IsLinux();
        var start = new ProcessStartInfo(Find(limited ? "prlimit" : program) ?? throw new InvalidOperationException($"{program} is not installed."))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in limited ? [.. Limits, Find(program)!, .. arguments] : arguments)
            start.ArgumentList.Add(argument);
        // The site's own environment holds its passwords.
        start.Environment.Clear();
        foreach (var (name, value) in new[] { ("VIPS_BLOCK_UNTRUSTED", "1"), ("VIPS_CONCURRENCY", "1"), ("LC_ALL", "C"), ("HOME", folder), ("TMPDIR", folder) })
            start.Environment[name] = value;
        return start;
    }

    /// <summary>Reads to the end, so that the program is never held up, and keeps only so much.</summary>
    private static async Task<string> BeginningAsync(StreamReader reader, CancellationToken cancel)
    {
        var kept = "";
        var buffer = new char[LongestAnswer];
        for (int read; (read = await reader.ReadAsync(buffer, cancel)) > 0;)
            kept += new string(buffer, 0, Math.Min(read, LongestAnswer - kept.Length));
        return kept;
    }

    private string? Find(string name) => path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)).FirstOrDefault(File.Exists);
}
