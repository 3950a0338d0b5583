using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Updates;

public static class ForgetReaders
{
    /// <summary>Mailings planned before that moment lose whom they went to, and the links in those mails lead nowhere. How many went out is still known.</summary>
    /// <param name="atOnce">Rows in one transaction.</param>
    /// <returns>How many.</returns>
    public static async Task<int> ForgetReadersAsync(this SolidarityDb db, DateTimeOffset before, int atOnce, CancellationToken cancel)
    {
        var all = 0;
        while (true)
        {
            var old = await db.Mailings.Where(m => m.CreatedAt < before && !m.Email.EndsWith(ErasedAddress.Host)).OrderBy(m => m.Id).Take(atOnce).ToListAsync(cancel);
            foreach (var mailing in old)
            {
                Set(mailing, nameof(Mailing.Email), ErasedAddress.Of(mailing.Id));
                Set(mailing, nameof(Mailing.Name), null);
                Set(mailing, nameof(Mailing.Token), UnguessableToken.Create());
                Set(mailing, nameof(Mailing.FollowId), null);
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            all += old.Count;
            if (old.Count < atOnce)
                return all;
        }

        void Set(Mailing mailing, string property, object? value) => db.Entry(mailing).Property(property).CurrentValue = value;
    }
}
