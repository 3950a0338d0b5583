namespace Solidarity.Payments.Tests.Running;

/// <summary>A clock that stands still until the test moves it. It begins at the true time, as the sandbox's does.</summary>
public sealed class FakeClock : TimeProvider
{
    private DateTimeOffset _now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
