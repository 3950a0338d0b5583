using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.People;

#pragma warning disable CA1304, CA1311, CA1862 // translated to SQL: ASCII addresses, whose small letters are the same everywhere

namespace Solidarity.Domain.Letters;

public static class ForgetReader
{
    private const string Nothing = "—";

    /// <summary>Letters to an address lose it, the name, and all that was their own; those that have not left stay here for good. In the caller's transaction.</summary>
    /// <param name="key">As <see cref="EmailAddress.ToKey"/> writes it.</param>
    public static async Task ForgetReaderAsync(this SolidarityDb db, string key, CancellationToken cancel)
    {
        var letters = await db.Letters.Where(l => l.To.ToLower() == key).ToListAsync(cancel);
        foreach (var letter in letters)
        {
            var args = JsonSerializer.Deserialize<string[]>(letter.Args)!;
            Set(letter, nameof(Letter.To), ErasedAddress.OfLetters);
            Set(letter, nameof(Letter.ToName), null);
            // As many as the text has places for.
            Set(letter, nameof(Letter.Args), JsonSerializer.Serialize(args.Select(_ => Nothing)));
            Set(letter, nameof(Letter.Quote), null);
            Set(letter, nameof(Letter.Link), null);
        }

        await db.SaveChangesAsync(cancel);
        await db.Letters.ForgetInLettersAsync(key, cancel);

        void Set(Letter letter, string property, string? value) => db.Entry(letter).Property(property).CurrentValue = value;
    }

    /// <summary>A name or an address in those letters to others.</summary>
    public static Task<int> ForgetInLettersAsync(this IQueryable<Letter> letters, string words, CancellationToken cancel)
    {
        var (kept, nothing) = (JsonSerializer.Serialize(words), JsonSerializer.Serialize(Nothing));
        return letters.Where(l => l.Args.Contains(kept)).ExecuteUpdateAsync(set => set.SetProperty(l => l.Args, l => l.Args.Replace(kept, nothing)), cancel);
    }
}
