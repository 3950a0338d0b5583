namespace Solidarity.Web.Demo;

/// <summary>The clock of the command "demo": set to each gift's moment in turn, so that the past is made in order.</summary>
internal sealed class DemoClock : TimeProvider
{
    private DateTimeOffset _now = System.GetUtcNow();

    public void Set(DateTimeOffset now) => _now = now;

    public override DateTimeOffset GetUtcNow() => _now;
}
