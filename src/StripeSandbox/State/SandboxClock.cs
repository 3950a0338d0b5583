namespace Solidarity.StripeSandbox.State;

/// <summary>The sandbox's own time: the real one plus an offset, so that it runs on from wherever it was set.</summary>
internal sealed class SandboxClock(TimeProvider real) : TimeProvider
{
    private long offsetSeconds;

    public TimeProvider Real => real;

    public long OffsetSeconds
    {
        get => Interlocked.Read(ref offsetSeconds);
        set => Interlocked.Exchange(ref offsetSeconds, value);
    }

    /// <summary>Unix seconds.</summary>
    public long Now => GetUtcNow().ToUnixTimeSeconds();

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow().AddSeconds(OffsetSeconds);

    public override long GetTimestamp() => real.GetTimestamp();
}

/// <summary>Remembers the clock's offset over a restart.</summary>
internal sealed class ClockSetting : Resource
{
    public const string TheId = "sandbox:clock";

    public long OffsetSeconds { get; set; }

    public override bool IsListed => false;
}
