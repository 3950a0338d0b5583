namespace Solidarity.Web.Setup;

/// <summary>A clock that is wrong by so much, as one node's may be: only development can have it.</summary>
internal sealed class TurnedClock(TimeSpan offset) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
}
