using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Tests.People;

public class ChangeRoleTests : DatabaseTest
{
    [Fact]
    public async Task The_last_administrator_who_can_sign_in_keeps_the_role_and_the_account()
    {
        var (last, closed, by) = (Make(PlatformRole.Administrator), Make(PlatformRole.Administrator), Make(PlatformRole.None));
        closed.ClosedAt = FakeClock.Noon;
        await SaveAsync(last, closed, by);
        await RefusesAsync(Reason.LastAdministrator, db => new ChangeRole(db, Clock).RunAsync(last.Id, PlatformRole.None, by.Id, "Why not", None));
        await RefusesAsync(Reason.LastAdministrator, db => new ChangeAccount(db, new LimitAttempts(db, Clock), new EndSessions(db, Clock), Clock).CloseAsync(last.Id, by.Id, "Why not", None));
    }

    [Fact]
    public async Task Of_two_who_take_each_others_role_one_stays()
    {
        var (one, other) = (Make(PlatformRole.Administrator), Make(PlatformRole.Administrator));
        await SaveAsync(one, other);
        var both = await Task.WhenAll(TakeAsync(one.Id, other.Id), TakeAsync(other.Id, one.Id));
        Assert.Single(both, done => done);
        await using var db = Database.Open();
        Assert.Equal(1, await db.People.CountAsync(p => p.PlatformRole == PlatformRole.Administrator));
        Assert.Equal(["RoleTakenBack"], await db.Trail.Select(t => t.Act).ToListAsync());
    }

    [Fact]
    public async Task Without_a_reason_or_to_oneself_nothing_is_done()
    {
        var (one, other) = (Make(PlatformRole.Administrator), Make(PlatformRole.None));
        await SaveAsync(one, other);
        await RefusesAsync(Reason.TextMissing, db => new ChangeRole(db, Clock).RunAsync(other.Id, PlatformRole.Moderator, one.Id, " ", None));
        await RefusesAsync(Reason.OwnAccount, db => new ChangeRole(db, Clock).RunAsync(one.Id, PlatformRole.Moderator, one.Id, "Because", None));
    }

    private static Person Make(PlatformRole role)
    {
        var address = $"{Guid.NewGuid():N}@example.org";
        var person = Person.New(address, "Somebody", "en", FakeClock.Noon);
        (person.NormalizedEmail, person.NormalizedUserName, person.PlatformRole) = (address.ToUpperInvariant(), person.Id.ToString("N").ToUpperInvariant(), role);
        return person;
    }

    private async Task<bool> TakeAsync(Guid from, Guid by)
    {
        await using var db = Database.Open();
        try
        {
            await new ChangeRole(db, Clock).RunAsync(from, PlatformRole.None, by, "They left.", None);
            return true;
        }
        catch (Refusal)
        {
            return false;
        }
    }

    private async Task RefusesAsync(Reason reason, Func<SolidarityDb, Task> act)
    {
        await using var db = Database.Open();
        Assert.Equal(reason, Assert.Single((await Assert.ThrowsAsync<Refusal>(() => act(db))).Problems).Reason);
    }
}
