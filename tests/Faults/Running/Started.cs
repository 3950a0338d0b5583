using System.Diagnostics;
using System.Globalization;

namespace Solidarity.Faults.Running;

/// <summary>One of the project's own programs, as built in this configuration, in a process of its own.</summary>
internal sealed class Started : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _said = [];

    private Started(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <param name="project">The folder below src.</param>
    public static Started Program(string project, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Dll(Repository.Built(project), environment, arguments);

    public static Started Dll(string program, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new Started(Process.Start(start)!);
    }

    public bool IsRunning => !_process.HasExited;

    /// <summary>Of memory that is really there (RSS).</summary>
    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The most it ever had; 0 once it has ended.</summary>
    public double PeakMegabytes
    {
        get
        {
            _process.Refresh();
            try
            {
                return _process.PeakWorkingSet64 / 1e6;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    public string Said
    {
        get
        {
            lock (_said)
                return string.Join('\n', _said);
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is finished.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP: it does nothing, and whoever is connected waits.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    public Task ResumeAsync() => SignalAsync("CONT");

    /// <summary>SIGTERM: it may finish what it is doing.</summary>
    public async Task StopAsync()
    {
        if (_process.HasExited)
            return;
        await SignalAsync("TERM");
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<int> EndedAsync(TimeSpan? patience = null)
    {
        await _process.WaitForExitAsync().WaitAsync(patience ?? TimeSpan.FromMinutes(5));
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_said)
            _said.Add(line);
    }
}

internal static class Repository
{
    /// <summary>The program's dll, beside which lies what it needs, in the configuration that these tests were built in.</summary>
    public static string Built(string project)
    {
        // …/tests/Faults/bin/{configuration}/{framework}/
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var root = framework.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        return Path.Combine(root, "src", project, "bin", framework.Parent.Name, framework.Name, $"Solidarity.{project}.dll");
    }
}
