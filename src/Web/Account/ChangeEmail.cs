using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;

namespace Solidarity.Web.Account;

/// <summary>Another address, agreed to at the new one and at the old one, which may also stop it.</summary>
public sealed class ChangeEmail(SolidarityDb db, UserManager<Person> people, LimitAttempts limit, EndSessions end, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Writes to both. That the new address has an account already shows when it is too late to learn anything from it: its owner would have to agree.</summary>
    /// <exception cref="Refusal">No address, the same one, or too many letters.</exception>
    public async Task AskAsync(Person person, string? typed, string network, CancellationToken cancel)
    {
        var email = EmailAddress.ToAscii(typed?.Trim() ?? "") ?? throw new Refusal(string.IsNullOrWhiteSpace(typed) ? Reason.EmailMissing : Reason.EmailNotValid, "email");
        if (people.NormalizeEmail(email) == person.NormalizedEmail)
            throw new Refusal(Reason.EmailSame, "email");
        await limit.TakeAsync(AttemptKind.LetterFrom, network, cancel);
        await limit.TakeAsync(AttemptKind.Letter, people.NormalizeEmail(email)!, cancel);
        await limit.TakeAsync(AttemptKind.Letter, person.Id.ToString(), cancel);
        var now = clock.GetUtcNow();
        var (old, @new) = (UnguessableToken.Create(), UnguessableToken.Create());
        await StopAllAsync(person.Id, cancel);
        db.EmailChanges.Add(new EmailChange
        {
            Id = Guid.CreateVersion7(now),
            PersonId = person.Id,
            OldEmail = person.Email!,
            NewEmail = email,
            OldTokenHash = SecretHash.Of(old),
            NewTokenHash = SecretHash.Of(@new),
            AskedAt = now,
            ExpiresAt = now + Lifetime,
        });
        db.Write(LetterKind.EmailChangeAsked, (person.Email!, person.Name), person.Language, now, Link(old), null, email);
        db.Write(LetterKind.EmailChangeConfirm, (email, null), person.Language, now, Link(@new));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Null where the link is of no use any more, or never was.</summary>
    public Task<EmailChange?> FindAsync(string? link, CancellationToken cancel)
    {
        var (hash, now) = (SecretHash.Of(link ?? ""), clock.GetUtcNow());
        return db.EmailChanges.Include(c => c.Person).SingleOrDefaultAsync(c => (c.OldTokenHash == hash || c.NewTokenHash == hash) && c.EndedAt == null && c.ExpiresAt > now, cancel);
    }

    public static bool IsFromOld(EmailChange change, string? link) => change.OldTokenHash == SecretHash.Of(link ?? "");

    /// <returns>Whether it has taken effect; else the other address is still to agree.</returns>
    /// <exception cref="Refusal">The link is of no use.</exception>
    public async Task<bool> AgreeAsync(string? link, string network, CancellationToken cancel)
    {
        await limit.TakeAsync(AttemptKind.LinkFrom, network, cancel);
        var change = await FindAsync(link, cancel) ?? throw new Refusal(Reason.LinkNotValid);
        if (IsFromOld(change, link))
            change.OldAgreedAt ??= clock.GetUtcNow();
        else
            change.NewAgreedAt ??= clock.GetUtcNow();
        if (!change.Agreed)
        {
            await db.SaveChangesAsync(cancel);
            return false;
        }

        await TakeEffectAsync(change, cancel);
        return true;
    }

    /// <summary>The old address says no.</summary>
    /// <exception cref="Refusal">The link is of no use.</exception>
    public async Task StopAsync(string? link, string network, CancellationToken cancel)
    {
        await limit.TakeAsync(AttemptKind.LinkFrom, network, cancel);
        if (await FindAsync(link, cancel) is not { } change || !IsFromOld(change, link))
            throw new Refusal(Reason.LinkNotValid);
        await StopAllAsync(change.PersonId, cancel);
        // Whoever asked for it was signed in.
        await end.AllAsync(change.PersonId, null, cancel);
    }

    /// <summary>What whoever is signed in asked for and has not been agreed to yet; null where nothing waits.</summary>
    public async Task<string?> PendingAsync(Guid personId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.EmailChanges.Where(c => c.PersonId == personId && c.EndedAt == null && c.ExpiresAt > now).OrderByDescending(c => c.AskedAt).Select(c => c.NewEmail).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Whoever is signed in no longer wants it.</summary>
    public Task TakeBackAsync(Guid personId, CancellationToken cancel) => StopAllAsync(personId, cancel);

    private async Task TakeEffectAsync(EmailChange change, CancellationToken cancel)
    {
        var (person, now) = (change.Person, clock.GetUtcNow());
        (change.EndedAt, person.Email, person.SecurityStamp) = (now, change.NewEmail, UnguessableToken.Create());
        db.Write(LetterKind.EmailChanged, (change.OldEmail, person.Name), person.Language, now, null, null, change.NewEmail);
        // The database refuses an address that another account has got in the meantime.
        if (!(await people.UpdateAsync(person)).Succeeded)
            throw new Refusal(Reason.LinkNotValid);
        await db.SignUps.Where(s => s.NormalizedEmail == person.NormalizedEmail).ExecuteDeleteAsync(cancel);
    }

    private Task<int> StopAllAsync(Guid personId, CancellationToken cancel)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.EmailChanges.Where(c => c.PersonId == personId && c.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.EndedAt, now), cancel);
    }

    private static string Link(string token) => $"/account/email/agree?link={token}";
}
