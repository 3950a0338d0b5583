using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.People;

/// <summary>What an administrator does to somebody's account, with a reason that the trail keeps.</summary>
public sealed class ChangeAccount(SolidarityDb db, LimitAttempts limit, EndSessions end, TimeProvider clock)
{
    /// <summary>Nobody can sign in to it any more, and whoever was signed in is so no longer.</summary>
    /// <exception cref="Refusal">No reason, one's own account, the last administrator, or closed already.</exception>
    public Task CloseAsync(Guid personId, Guid by, string? reason, CancellationToken cancel) => ChangeAsync(personId, by, reason, "AccountClosed", async person =>
    {
        if (person.Id == by)
            throw new Refusal(Reason.OwnAccount);
        Expect(person.ClosedAt is null);
        await db.HoldAdministratorsAsync(cancel);
        if (person.PlatformRole == PlatformRole.Administrator)
            await db.RefuseLastAdministratorAsync(person.Id, cancel);
        person.ClosedAt = clock.GetUtcNow();
        db.Write(LetterKind.AccountClosed, (person.Email!, person.Name), person.Language, clock.GetUtcNow());
        await end.AllAsync(person.Id, null, cancel);
    }, cancel);

    /// <exception cref="Refusal">No reason, or not closed.</exception>
    public Task ReopenAsync(Guid personId, Guid by, string? reason, CancellationToken cancel) => ChangeAsync(personId, by, reason, "AccountReopened", person =>
    {
        Expect(person.ClosedAt is not null);
        person.ClosedAt = null;
        return Task.CompletedTask;
    }, cancel);

    /// <exception cref="Refusal">No reason.</exception>
    public Task EndSessionsAsync(Guid personId, Guid by, string? reason, CancellationToken cancel) =>
        ChangeAsync(personId, by, reason, "SessionsEnded", person => end.AllAsync(person.Id, null, cancel), cancel);

    /// <exception cref="Refusal">No reason, or not locked out.</exception>
    public Task LiftLockoutAsync(Guid personId, Guid by, string? reason, CancellationToken cancel) => ChangeAsync(personId, by, reason, "LockoutLifted", async person =>
    {
        Expect(person.LockoutEnd is not null || person.AccessFailedCount > 0);
        (person.LockoutEnd, person.AccessFailedCount) = (null, 0);
        await limit.ForgetAsync(AttemptKind.SignIn, person.NormalizedEmail ?? "", cancel);
    }, cancel);

    private static void Expect(bool isSo)
    {
        if (!isSo)
            throw new Refusal(Reason.AccountChanged);
    }

    private Task ChangeAsync(Guid personId, Guid by, string? reason, string act, Func<Person, Task> change, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var words = CleanText.Needed(reason, "reason", FormWords.LongestReason);
        var now = clock.GetUtcNow();
        var person = await db.People.SingleAsync(p => p.Id == personId, cancel);
        Expect(person.ErasedAt is null);
        await change(person);
        person.ConcurrencyStamp = Guid.CreateVersion7(now).ToString();
        db.Note(act, by, now, subjectId: personId, subject: person.Email, words: words);
        await db.SaveChangesAsync(cancel);
    }, cancel);
}
