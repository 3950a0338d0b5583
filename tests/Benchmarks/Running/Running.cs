using System.Diagnostics;
using Solidarity.Faults.Running;

namespace Solidarity.Benchmarks.Running;

/// <summary>A program under measurement, on a port of its own.</summary>
internal sealed class Running(Port port, Func<Started> start) : IAsyncDisposable
{
    private Started? _program;

    public int Port => port.Number;

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>From the start of the process to the first answer.</summary>
    public TimeSpan StartedIn { get; private set; }

    public double Megabytes => _program!.Megabytes;

    /// <summary>The most it ever had.</summary>
    public double PeakMegabytes => _program!.PeakMegabytes;

    public async Task FirstAnswerAsync(HttpClient http, string path)
    {
        var begin = Stopwatch.GetTimestamp();
        _program = start();
        while (_program.IsRunning && Stopwatch.GetElapsedTime(begin) < TimeSpan.FromMinutes(2))
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(Address, path));
                if (!answer.IsSuccessStatusCode)
                    throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
                StartedIn = Stopwatch.GetElapsedTime(begin);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }

        throw new InvalidOperationException($"It did not start: {_program.Said}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is { IsRunning: true })
            await _program.StopAsync();
        _program?.Dispose();
        _program = null;
        port.Dispose();
    }
}
