namespace Solidarity.Domain.Tests;

/// <summary>A clock that stands still until the test moves it.</summary>
public sealed class FakeClock : TimeProvider
{
    /// <summary>A spring noon, far from any edge of day, month or year.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 4, 15, 12, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Noon;

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Now += by;
}
