using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Organisations;

/// <summary>Makes a member of whoever was invited, once.</summary>
public sealed class AcceptInvitation(SolidarityDb db, TimeProvider clock)
{
    /// <summary>The invitation of that link, used or not; null where there is none.</summary>
    public async Task<Invitation?> FindAsync(string token, CancellationToken cancel)
    {
        var digest = SecretHash.Of(token);
        return await db.Invitations.Include(i => i.Organisation).Include(i => i.InvitedBy).SingleOrDefaultAsync(i => i.Digest == digest, cancel);
    }

    /// <returns>The organisation's slug.</returns>
    /// <exception cref="Refusal">It is over, or was meant for another address.</exception>
    public async Task<string> RunAsync(string token, Guid personId, CancellationToken cancel)
    {
        var (invitation, now) = (await FindAsync(token, cancel) ?? throw new Refusal(Reason.InvitationOver), clock.GetUtcNow());
        if (await ProblemAsync(invitation, personId, cancel) is { } problem)
            throw new Refusal(problem, null, invitation.Email);
        invitation.AcceptedAt = now;
        if (!await db.Memberships.AnyAsync(m => m.OrganisationId == invitation.OrganisationId && m.PersonId == personId, cancel))
        {
            db.Add(new Membership { OrganisationId = invitation.OrganisationId, PersonId = personId, Role = invitation.Role, Since = now });
            db.Note("MemberJoined", personId, now, invitation.OrganisationId, personId, invitation.Email, invitation.Role.ToString());
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Two clicks, or it was withdrawn at this very moment.
            throw new Refusal(Reason.InvitationOver);
        }

        return invitation.Organisation.Slug;
    }

    /// <summary>Why that person cannot accept it, or null.</summary>
    /// <param name="personId">Null for somebody who is not signed in: then it is only said whether it is over.</param>
    public async Task<Reason?> ProblemAsync(Invitation invitation, Guid? personId, CancellationToken cancel)
    {
        if (invitation.AcceptedAt is not null || invitation.WithdrawnAt is not null || invitation.ExpiresAt <= clock.GetUtcNow())
            return Reason.InvitationOver;
        if (personId is null)
            return null;
        var address = (EmailAddress.ToKey(invitation.Email) ?? invitation.Email).ToUpperInvariant();
        return await db.People.AnyAsync(p => p.Id == personId && p.EmailConfirmed && p.NormalizedEmail == address, cancel) ? null : Reason.InvitationForAnother;
    }
}
