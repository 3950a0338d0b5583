using Microsoft.AspNetCore.Identity;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;

namespace Solidarity.Web.Account;

/// <summary>Passkeys (Web Authentication): the browser proves that it holds a key, after its owner showed a finger, a face or a PIN.</summary>
public sealed class Passkeys(SolidarityDb db, UserManager<Person> people, SignInManager<Person> signIn, LimitAttempts limit, BeginSession begin, TimeProvider clock)
{
    public const int LongestName = 60;

    /// <summary>What the browser needs to know to find a key; JSON.</summary>
    public Task<string> AskAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <summary>What the browser needs to know to make one; JSON.</summary>
    public Task<string> OfferAsync(Person person) =>
        signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = person.Id.ToString(), Name = person.Email!, DisplayName = person.Name });

    /// <param name="credential">What the browser answered; JSON.</param>
    /// <param name="only">Whose it must be, or null for anybody's.</param>
    /// <exception cref="Refusal">It proves nothing.</exception>
    public async Task SignInAsync(string? credential, Guid? only, bool stay, string network, CancellationToken cancel)
    {
        await limit.TakeAsync(AttemptKind.SignInFrom, network, cancel);
        if (await CheckAsync(credential) is not { Succeeded: true, User: { ClosedAt: null, ErasedAt: null, EmailConfirmed: true } person } answer || (only is not null && person.Id != only))
            throw new Refusal(Reason.PasskeyNotValid);
        // Keeps the key's own count, by which a copied key betrays itself.
        await people.AddOrUpdatePasskeyAsync(person, answer.Passkey);
        await begin.RunAsync(person, SignInMeans.Passkey, stay);
    }

    /// <exception cref="Refusal">The browser's answer proves nothing.</exception>
    public async Task AddAsync(Person person, string? credential, string? name, CancellationToken cancel)
    {
        var asked = new FormWords();
        var called = asked.Name(name, "name", LongestName);
        asked.Refuse();
        if (await AttestAsync(credential) is not { Succeeded: true } made || made.UserEntity.Id != person.Id.ToString() || !made.Passkey.IsUserVerified)
            throw new Refusal(Reason.PasskeyNotValid);
        made.Passkey.Name = called;
        db.Write(LetterKind.PasskeyAdded, (person.Email!, person.Name), person.Language, clock.GetUtcNow(), "/account/passkeys", null, called);
        await people.AddOrUpdatePasskeyAsync(person, made.Passkey);
        await people.UpdateSecurityStampAsync(person);
        await db.SaveChangesAsync(cancel);
    }

    /// <exception cref="Refusal">It is the last way in.</exception>
    public async Task RemoveAsync(Person person, byte[] id, CancellationToken cancel)
    {
        var all = await people.GetPasskeysAsync(person);
        if (all.SingleOrDefault(p => p.CredentialId.AsSpan().SequenceEqual(id)) is not { } passkey)
            return;
        if (all.Count == 1 && person.PasswordHash is null)
            throw new Refusal(Reason.PasskeyLast);
        db.Write(LetterKind.PasskeyRemoved, (person.Email!, person.Name), person.Language, clock.GetUtcNow(), "/account/passkeys", null, passkey.Name ?? "");
        await people.RemovePasskeyAsync(person, passkey.CredentialId);
        await people.UpdateSecurityStampAsync(person);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<PasskeyAssertionResult<Person>?> CheckAsync(string? credential)
    {
        try
        {
            return string.IsNullOrEmpty(credential) ? null : await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // The question that this would be the answer to was never asked of this browser, or too long ago.
            return null;
        }
    }

    private async Task<PasskeyAttestationResult?> AttestAsync(string? credential)
    {
        try
        {
            return string.IsNullOrEmpty(credential) ? null : await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
