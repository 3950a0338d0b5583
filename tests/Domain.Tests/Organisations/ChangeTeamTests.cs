using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Tests.Organisations;

public class ChangeTeamTests : DatabaseTest
{
    private readonly Organisation organisation = Seed.Organisation();
    private readonly Person ann = TeamSeed.Person("ann@example.org");
    private readonly Person ben = TeamSeed.Person("ben@example.org");

    [Fact]
    public async Task The_last_owner_can_neither_go_nor_become_something_else()
    {
        await SaveAsync(organisation, ann, ben, ann.In(organisation, OrganisationRole.Owner), ben.In(organisation, OrganisationRole.Editor));
        Assert.Equal(Reason.LastOwner, await TeamSeed.ReasonAsync(() => InAsync(c => c.RemoveAsync(organisation.Id, ann.Id, ann.Id, None))));
        Assert.Equal(Reason.LastOwner, await TeamSeed.ReasonAsync(() => InAsync(c => c.ChangeRoleAsync(organisation.Id, ann.Id, OrganisationRole.Editor, ann.Id, None))));
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task Once_there_is_another_owner_the_first_can_go_and_both_changes_are_in_the_trail()
    {
        await SaveAsync(organisation, ann, ben, ann.In(organisation, OrganisationRole.Owner), ben.In(organisation, OrganisationRole.Editor));
        await InAsync(c => c.ChangeRoleAsync(organisation.Id, ben.Id, OrganisationRole.Owner, ann.Id, None));
        await InAsync(c => c.RemoveAsync(organisation.Id, ann.Id, ben.Id, None));
        Assert.Equal(1, await CountAsync());
        await using var db = Database.Open();
        var trail = await db.Trail.OrderBy(t => t.Id).Select(t => t.Act + " " + t.Words).ToListAsync();
        Assert.Equal(["MemberRoleChanged Editor → Owner", "MemberRemoved Owner"], trail);
    }

    [Fact]
    public async Task Two_owners_who_remove_each_other_at_once_leave_one()
    {
        await SaveAsync(organisation, ann, ben, ann.In(organisation, OrganisationRole.Owner), ben.In(organisation, OrganisationRole.Owner));
        Task<bool> Remove(Person who, Person by) => Task.Run(async () => await Record.ExceptionAsync(() => InAsync(c => c.RemoveAsync(organisation.Id, who.Id, by.Id, None))) is null);
        var went = await Task.WhenAll(Remove(ann, ben), Remove(ben, ann));
        Assert.Single(went, w => w);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Nobody_reaches_into_another_organisation()
    {
        var other = Seed.Organisation("other");
        await SaveAsync(organisation, other, ann, ben, ann.In(organisation, OrganisationRole.Owner), ben.In(other, OrganisationRole.Editor));
        Assert.Equal(Reason.NoLongerThere, await TeamSeed.ReasonAsync(() => InAsync(c => c.RemoveAsync(organisation.Id, ben.Id, ann.Id, None))));
    }

    private async Task InAsync(Func<ChangeTeam, Task> work)
    {
        await using var db = Database.Open();
        await work(new ChangeTeam(db, Clock));
    }

    private async Task<int> CountAsync()
    {
        await using var db = Database.Open();
        return await db.Memberships.CountAsync(m => m.OrganisationId == organisation.Id);
    }
}
