using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Updates;

/// <summary>Somebody who follows a project or gave to it.</summary>
/// <param name="Email">As <see cref="EmailAddress.ToKey"/> writes it.</param>
/// <param name="Name">As far as we know it; shown only where the reader writes it anew.</param>
public sealed record UpdateReader(string Email, string? Name, bool IsGiver);

/// <summary>Tells who reads an update: by the key in the link of a mail, by the link of a gift, or because they are signed in.</summary>
public sealed class FindReader(SolidarityDb db)
{
    /// <returns>Null for a stranger.</returns>
    public async Task<UpdateReader?> RunAsync(Guid projectId, string? key, Guid? personId, CancellationToken cancel) =>
        (key is { Length: UnguessableToken.Length } ? await ByMailAsync(projectId, key, cancel) ?? await ByGiftAsync(projectId, key, cancel) : null)
        ?? (personId is { } id ? await ByPersonAsync(projectId, id, cancel) : null);

    private async Task<UpdateReader?> ByMailAsync(Guid projectId, string key, CancellationToken cancel)
    {
        var mail = await db.Mailings.Where(d => d.Token == key && d.Kind == MailingKind.Update)
            .Join(db.Updates.Where(u => u.ProjectId == projectId), d => d.SubjectId, u => u.Id, (d, u) => new { d.Email, u.Audience }).SingleOrDefaultAsync(cancel);
        if (mail is null)
            return null;
        return new UpdateReader(mail.Email, null, mail.Audience != UpdateAudience.Everyone || await HasGivenAsync(projectId, mail.Email, cancel));
    }

    private async Task<UpdateReader?> ByGiftAsync(Guid projectId, string key, CancellationToken cancel)
    {
        var gift = await db.GiftsTo(projectId).Where(l => l.Donation.Token == key).Select(l => new { l.Donation.EmailKey, l.Donation.Name }).FirstOrDefaultAsync(cancel);
        return gift is null ? null : new UpdateReader(gift.EmailKey, gift.Name, true);
    }

    private async Task<UpdateReader?> ByPersonAsync(Guid projectId, Guid personId, CancellationToken cancel)
    {
        var person = await db.People.Where(p => p.Id == personId && p.EmailConfirmed).Select(p => new { p.Email, p.Name }).SingleOrDefaultAsync(cancel);
        if (person?.Email is not { } typed || EmailAddress.ToKey(typed) is not { } email)
            return null;
        var gave = await HasGivenAsync(projectId, email, cancel);
        return gave || await db.Follows.Active().AnyAsync(f => f.ProjectId == projectId && f.Email == email, cancel)
            ? new UpdateReader(email, person.Name, gave)
            : null;
    }

    private Task<bool> HasGivenAsync(Guid projectId, string email, CancellationToken cancel) =>
        db.DonationsTo(projectId).AnyAsync(d => d.EmailKey == email, cancel);
}
