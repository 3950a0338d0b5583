using Solidarity.Domain.Updates;

namespace Solidarity.Domain.Tests.Updates;

public class UpdateStatesTests
{
    public static TheoryData<UpdateStatus, UpdateStatus> Allowed => new()
    {
        { UpdateStatus.Draft, UpdateStatus.Scheduled }, { UpdateStatus.Scheduled, UpdateStatus.Scheduled }, { UpdateStatus.Scheduled, UpdateStatus.Draft },
        { UpdateStatus.Draft, UpdateStatus.Published }, { UpdateStatus.Scheduled, UpdateStatus.Published },
    };

    [Fact]
    public void These_moves_and_no_others()
    {
        var all = from f in Enum.GetValues<UpdateStatus>() from t in Enum.GetValues<UpdateStatus>() select (f, t);
        var allowed = Allowed.Select(row => ((UpdateStatus)row[0], (UpdateStatus)row[1])).ToHashSet();
        Assert.All(all, move => Assert.Equal(allowed.Contains(move), UpdateStates.Allows(move.f, move.t)));
    }

    [Fact]
    public void What_was_published_stays_so()
    {
        var update = Posts.Update(Guid.NewGuid(), Guid.NewGuid());
        update.MoveTo(UpdateStatus.Scheduled, FakeClock.Noon);
        Assert.Equal((FakeClock.Noon, null), (update.PublishAt, update.PublishedAt));
        update.MoveTo(UpdateStatus.Published, FakeClock.Noon.AddHours(1));
        Assert.Equal((null, FakeClock.Noon.AddHours(1)), (update.PublishAt, update.PublishedAt));
        Assert.Throws<Refusal>(() => update.MoveTo(UpdateStatus.Draft, FakeClock.Noon));
    }
}
