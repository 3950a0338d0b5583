using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;

namespace Solidarity.Domain.Updates;

/// <summary>Somebody to write to.</summary>
/// <param name="Email">As <see cref="EmailAddress.ToKey"/> writes it.</param>
internal sealed record MailReader(string Email, string? Name, string Language, Guid? FollowId = null);

internal static class AddMailings
{
    /// <summary>Saves one mailing for each of these addresses that has none yet and wants it, with the outbox messages that send them.</summary>
    /// <param name="readers">Each address once.</param>
    /// <returns>How many.</returns>
    public static async Task<int> AddMailingsAsync(this SolidarityDb db, MailingKind kind, Guid subjectId, List<MailReader> readers, Func<MailChoice, bool> wants, DateTimeOffset now, CancellationToken cancel)
    {
        var addresses = readers.Select(r => r.Email).ToList();
        var planned = await db.Mailings.Where(m => m.SubjectId == subjectId && m.Kind == kind && addresses.Contains(m.Email)).Select(m => m.Email).ToListAsync(cancel);
        var choices = await db.ChoicesAsync(addresses, cancel);
        var left = readers.Where(r => choices[r.Email] is { BouncedAt: null } choice && wants(choice)).ExceptBy(planned, r => r.Email).ToList();
        foreach (var reader in left)
        {
            var mailing = new Mailing
            {
                Id = Guid.CreateVersion7(now),
                Kind = kind,
                SubjectId = subjectId,
                Email = reader.Email,
                Name = reader.Name,
                Language = reader.Language,
                FollowId = reader.FollowId,
                Token = UnguessableToken.Create(),
                CreatedAt = now,
            };
            db.Mailings.Add(mailing);
            db.Send(OutboxKinds.Mailing, mailing.Id, now);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return left.Count;
    }
}
