using Solidarity.Faults.Running;

namespace Solidarity.Faults.Storms;

/// <summary>A process of the application. Whoever does something to it has it alone.</summary>
internal sealed class Node(string name, Site site) : IDisposable
{
    private readonly SemaphoreSlim _alone = new(1);

    public string Name => name;

    public Site Site => site;

    /// <returns>False where somebody else is at it.</returns>
    public async Task<bool> AloneAsync(Func<Task> act, TimeSpan? patience = null)
    {
        if (!await _alone.WaitAsync(patience ?? TimeSpan.Zero))
            return false;
        try
        {
            await act();
            return true;
        }
        finally
        {
            _alone.Release();
        }
    }

    /// <summary>SIGKILL, and started again after a moment.</summary>
    /// <param name="offset">How far its clock is turned from then on, in seconds.</param>
    public Task<bool> KillAsync(TimeSpan moment, int offset = 0) => AloneAsync(async () =>
    {
        if (site.IsRunning)
            await site.KillAsync();
        await Task.Delay(moment);
        Start(offset);
    });

    /// <summary>As whatever watches over processes does with one that has ended.</summary>
    public void StartAgain()
    {
        if (!site.IsRunning)
            site.Start();
    }

    public void Start(int offset = 0)
    {
        if (offset == 0)
            site.More.Remove("Clock__OffsetSeconds");
        else
            site.More["Clock__OffsetSeconds"] = offset.ToString(System.Globalization.CultureInfo.InvariantCulture);
        site.Start();
    }

    public bool IsTurned => site.More.ContainsKey("Clock__OffsetSeconds");

    public void Dispose() => _alone.Dispose();
}
