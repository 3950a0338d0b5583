using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.People;

/// <summary>An administrator says what somebody may do for the whole platform. Nobody changes their own role, and one administrator always stays.</summary>
public sealed class ChangeRole(SolidarityDb db, TimeProvider clock)
{
    /// <exception cref="Refusal">No reason, one's own role, the last administrator, or no account that is open.</exception>
    public Task RunAsync(Guid personId, PlatformRole role, Guid by, string? reason, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var words = CleanText.Needed(reason, "reason", FormWords.LongestReason);
        if (personId == by)
            throw new Refusal(Reason.OwnAccount);
        await db.HoldAdministratorsAsync(cancel);
        var person = await db.People.SingleAsync(p => p.Id == personId, cancel);
        if (person.PlatformRole == role || person.ErasedAt is not null || (person.ClosedAt is not null && role != PlatformRole.None))
            throw new Refusal(Reason.AccountChanged);
        if (person.PlatformRole == PlatformRole.Administrator)
            await db.RefuseLastAdministratorAsync(personId, cancel);
        person.PlatformRole = role;
        person.ConcurrencyStamp = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        db.Write(LetterKind.PlatformRoleChanged, (person.Email!, person.Name), person.Language, clock.GetUtcNow(), "/account", null, role.ToString());
        db.Note(ActOf(role), by, clock.GetUtcNow(), subjectId: personId, subject: person.Email, words: words);
        await db.SaveChangesAsync(cancel);
    }, cancel);

    private static string ActOf(PlatformRole role) => role switch
    {
        PlatformRole.Administrator => "AdministratorMade",
        PlatformRole.Moderator => "ModeratorMade",
        _ => "RoleTakenBack",
    };
}

internal static class Administrators
{
    /// <summary>Locks their rows until the transaction ends: of two who take each other's role away at once, one waits and is then the last.</summary>
    public static Task<int> HoldAdministratorsAsync(this SolidarityDb db, CancellationToken cancel) => db.People
        .Where(p => p.PlatformRole == PlatformRole.Administrator).ExecuteUpdateAsync(set => set.SetProperty(p => p.PlatformRole, PlatformRole.Administrator), cancel);

    /// <exception cref="Refusal">There is no other who could still sign in.</exception>
    public static async Task RefuseLastAdministratorAsync(this SolidarityDb db, Guid personId, CancellationToken cancel)
    {
        if (!await db.People.AnyAsync(p => p.Id != personId && p.PlatformRole == PlatformRole.Administrator && p.ClosedAt == null && p.ErasedAt == null, cancel))
            throw new Refusal(Reason.LastAdministrator);
    }
}
