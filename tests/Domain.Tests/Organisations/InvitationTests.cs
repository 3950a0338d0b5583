using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Tests.Organisations;

public class InvitationTests : DatabaseTest
{
    private readonly Organisation organisation = Seed.Organisation();
    private readonly Person ann = TeamSeed.Person("ann@example.org");
    private readonly Person ben = TeamSeed.Person("Ben@Example.org");

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SaveAsync(organisation, ann, ben, ann.In(organisation, OrganisationRole.Owner));
    }

    [Fact]
    public async Task Whoever_is_invited_joins_in_that_role_once()
    {
        var token = await InviteAsync("ben@example.org", OrganisationRole.Accountant);
        Assert.Equal(organisation.Slug, await AcceptAsync(token, ben));
        await using var db = Database.Open();
        Assert.Equal(OrganisationRole.Accountant, (await db.Memberships.SingleAsync(m => m.PersonId == ben.Id)).Role);
        Assert.Equal(Reason.InvitationOver, await TeamSeed.ReasonAsync(() => AcceptAsync(token, ben)));
    }

    [Fact]
    public async Task The_letter_carries_the_link_and_the_database_only_its_digest()
    {
        var token = await InviteAsync("ben@example.org");
        await using var db = Database.Open();
        var letter = await db.Letters.SingleAsync();
        Assert.Equal("Please help", letter.Quote);
        Assert.DoesNotContain(await db.Invitations.Select(i => i.Digest).ToListAsync(), d => d.Contains(token, StringComparison.Ordinal));
        Assert.Contains(await db.Outbox.ToListAsync(), m => m.Kind == OutboxKinds.Letter && m.SubjectId == letter.Id);
    }

    [Fact]
    public async Task Nobody_else_can_use_it_not_even_under_the_address_unconfirmed()
    {
        var token = await InviteAsync("cas@example.org");
        var cas = TeamSeed.Person("cas@example.org", confirmed: false);
        await SaveAsync(cas);
        Assert.Equal(Reason.InvitationForAnother, await TeamSeed.ReasonAsync(() => AcceptAsync(token, ben)));
        Assert.Equal(Reason.InvitationForAnother, await TeamSeed.ReasonAsync(() => AcceptAsync(token, cas)));
    }

    [Fact]
    public async Task After_fourteen_days_it_is_over_and_sent_again_it_is_good_under_its_new_link_alone()
    {
        var token = await InviteAsync("ben@example.org");
        Clock.Advance(InviteMember.Lifetime);
        Assert.Equal(Reason.InvitationOver, await TeamSeed.ReasonAsync(() => AcceptAsync(token, ben)));
        await InAsync(async i => await i.ResendAsync(organisation.Id, await IdAsync(), ann.Id, None));
        Assert.Equal(Reason.InvitationOver, await TeamSeed.ReasonAsync(() => AcceptAsync(token, ben)));
        await AcceptAsync(await LastTokenAsync(), ben);
    }

    [Fact]
    public async Task Withdrawn_or_replaced_by_another_it_is_over()
    {
        var first = await InviteAsync("ben@example.org");
        var second = await InviteAsync("ben@example.org", OrganisationRole.Assistant);
        Assert.Equal(Reason.InvitationOver, await TeamSeed.ReasonAsync(() => AcceptAsync(first, ben)));
        await InAsync(async i => await i.WithdrawAsync(organisation.Id, await IdAsync(), ann.Id, None));
        Assert.Equal(Reason.InvitationOver, await TeamSeed.ReasonAsync(() => AcceptAsync(second, ben)));
    }

    [Fact]
    public async Task An_address_is_one_address_however_it_is_written()
    {
        var eva = TeamSeed.Person("Eva@xn--mnchen-3ya.example");
        await SaveAsync(eva);
        var first = await InviteAsync("eva@münchen.example");
        var second = await InviteAsync("EVA@München.example");
        Assert.Equal(Reason.InvitationOver, await TeamSeed.ReasonAsync(() => AcceptAsync(first, eva)));
        Assert.Equal(organisation.Slug, await AcceptAsync(second, eva));
    }

    [Theory]
    [InlineData("ann@example.org", Reason.AlreadyMember)]
    [InlineData("ANN@EXAMPLE.ORG", Reason.AlreadyMember)]
    [InlineData("nobody", Reason.EmailNotValid)]
    [InlineData("nobody@localhost", Reason.EmailNotValid)]
    [InlineData(" ", Reason.EmailMissing)]
    public async Task An_address_that_cannot_be_invited(string email, Reason reason) =>
        Assert.Equal(reason, await TeamSeed.ReasonAsync(() => InviteAsync(email)));

    [Fact]
    public async Task One_address_is_not_written_to_over_and_over()
    {
        await InviteAsync("ben@example.org");
        for (var i = 0; i < 3; i++)
            await InAsync(async it => await it.ResendAsync(organisation.Id, await IdAsync(), ann.Id, None));
        Assert.Equal(Reason.TooManyAttempts, await TeamSeed.ReasonAsync(() => InAsync(async it => await it.ResendAsync(organisation.Id, await IdAsync(), ann.Id, None))));
        Assert.Equal(Reason.TooManyAttempts, await TeamSeed.ReasonAsync(() => InviteAsync("Ben@example.org")));
        await using var db = Database.Open();
        Assert.Equal(4, await db.Letters.CountAsync());
    }

    [Fact]
    public async Task Nobody_mails_a_whole_list_of_strangers()
    {
        for (var i = 0; i < 20; i++)
            await InviteAsync($"stranger{i}@example.org");
        Assert.Equal(Reason.TooManyAttempts, await TeamSeed.ReasonAsync(() => InviteAsync("stranger20@example.org")));
        await using var db = Database.Open();
        Assert.Equal((20, 20), (await db.Letters.CountAsync(), await db.Invitations.CountAsync()));
    }

    private async Task<string> InviteAsync(string email, OrganisationRole role = OrganisationRole.Editor)
    {
        await InAsync(i => i.RunAsync(organisation.Id, email, role, "Please help", "en", ann.Id, None));
        return await LastTokenAsync();
    }

    private async Task<string> LastTokenAsync()
    {
        await using var db = Database.Open();
        return (await db.Letters.OrderByDescending(l => l.Id).Select(l => l.Link).ToListAsync()).Select(l => l!["/invitations/".Length..]).First();
    }

    private async Task<Guid> IdAsync()
    {
        await using var db = Database.Open();
        return await db.Invitations.Where(i => i.WithdrawnAt == null).Select(i => i.Id).SingleAsync();
    }

    private async Task InAsync(Func<InviteMember, Task> work)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        await using var db = Database.Open();
        await work(new InviteMember(db, new LimitAttempts(db, Clock), Clock));
    }

    private async Task<string> AcceptAsync(string token, Person person)
    {
        await using var db = Database.Open();
        return await new AcceptInvitation(db, Clock).RunAsync(token, person.Id, None);
    }
}
