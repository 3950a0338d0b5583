using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Organisations;

/// <summary>Asks somebody by e-mail to belong to an organisation; sends the letter again; takes the invitation back.</summary>
public sealed class InviteMember(SolidarityDb db, LimitAttempts limit, TimeProvider clock)
{
    public const int LongestGreeting = 1000;

    /// <summary>The letter says so too.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <exception cref="Refusal">The address is none, or belongs to a member already; or too many letters.</exception>
    public async Task RunAsync(Guid organisationId, string? email, OrganisationRole role, string? greeting, string language, Guid personId, CancellationToken cancel)
    {
        var asked = new FormWords();
        var (address, words) = (asked.Email(email, "email"), asked.WordsOrNone(greeting, "greeting", LongestGreeting));
        asked.That(Enum.IsDefined(role), Reason.RoleUnknown, "role");
        asked.That(Languages.Speaks(language), Reason.LanguageUnknown, "language");
        var normalised = address.ToUpperInvariant();
        asked.That(!await db.Memberships.AnyAsync(m => m.OrganisationId == organisationId && m.Person.NormalizedEmail == normalised, cancel), Reason.AlreadyMember, "email");
        asked.Refuse();
        await LimitAsync(address, personId, cancel);

        var now = clock.GetUtcNow();
        // A second invitation for the same address takes the place of the first.
        foreach (var before in await Open(organisationId).Where(i => i.Email == address).ToListAsync(cancel))
            before.WithdrawnAt = now;
        var token = UnguessableToken.Create();
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = organisationId,
            Email = address,
            Role = role,
            Language = language,
            Greeting = words,
            InvitedById = personId,
            Digest = SecretHash.Of(token),
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        db.Add(invitation);
        db.Note("MemberInvited", personId, now, organisationId, invitation.Id, address, role.ToString());
        await SendAsync(invitation, token, personId, now, cancel);
    }

    /// <summary>With a new link, for another fourteen days. The link before is worth nothing from then on.</summary>
    /// <exception cref="Refusal">It was accepted or withdrawn, or somebody else sent it again, meanwhile; or too many letters.</exception>
    public async Task ResendAsync(Guid organisationId, Guid invitationId, Guid personId, CancellationToken cancel)
    {
        var (invitation, now) = (await FindAsync(organisationId, invitationId, cancel), clock.GetUtcNow());
        await LimitAsync(invitation.Email, personId, cancel);
        var token = UnguessableToken.Create();
        (invitation.Digest, invitation.ExpiresAt) = (SecretHash.Of(token), now + Lifetime);
        db.Note("InvitationSentAgain", personId, now, organisationId, invitation.Id, invitation.Email);
        await SendAsync(invitation, token, personId, now, cancel);
    }

    /// <exception cref="Refusal">It was accepted or withdrawn meanwhile.</exception>
    public async Task WithdrawAsync(Guid organisationId, Guid invitationId, Guid personId, CancellationToken cancel)
    {
        var (invitation, now) = (await FindAsync(organisationId, invitationId, cancel), clock.GetUtcNow());
        invitation.WithdrawnAt = now;
        db.Note("InvitationWithdrawn", personId, now, organisationId, invitation.Id, invitation.Email);
        await db.SaveOrRefuseAsync(cancel);
    }

    /// <summary>Anybody can begin an organisation: the site must not become a way to mail strangers, or one of them over and over.</summary>
    private async Task LimitAsync(string address, Guid personId, CancellationToken cancel)
    {
        await limit.TakeAsync(AttemptKind.LetterFrom, personId.ToString(), cancel);
        await limit.TakeAsync(AttemptKind.Letter, address.ToUpperInvariant(), cancel);
    }

    private async Task SendAsync(Invitation invitation, string token, Guid personId, DateTimeOffset now, CancellationToken cancel)
    {
        var organisation = await db.Organisations.Where(o => o.Id == invitation.OrganisationId).Select(o => o.Name).SingleAsync(cancel);
        var who = await db.People.Where(p => p.Id == personId).Select(p => p.Name).SingleAsync(cancel);
        db.Write(LetterKind.Invitation, (invitation.Email, null), invitation.Language, now, $"/invitations/{token}", invitation.Greeting, organisation, who);
        await db.SaveOrRefuseAsync(cancel);
    }

    private IQueryable<Invitation> Open(Guid organisationId) => db.Invitations.Where(i => i.OrganisationId == organisationId && i.AcceptedAt == null && i.WithdrawnAt == null);

    private async Task<Invitation> FindAsync(Guid organisationId, Guid id, CancellationToken cancel) =>
        await Open(organisationId).SingleOrDefaultAsync(i => i.Id == id, cancel) ?? throw new Refusal(Reason.InvitationOver);
}
