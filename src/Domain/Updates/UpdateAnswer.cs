using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Updates;

/// <summary>A few words below an update, from somebody who follows the project or gave to it.</summary>
public class UpdateAnswer
{
    public const int LongestName = 100;
    public const int LongestWords = 1000;

    public required Guid Id { get; init; }

    public required Guid UpdateId { get; init; }

    public Update Update { get; init; } = null!;

    public required string Name { get; init; }

    public required string Words { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Tells the answers of one address from those of another without keeping the address beside them: a <see cref="SecretHash"/>.</summary>
    public required string EmailDigest { get; init; }

    /// <summary>When it was taken out of sight.</summary>
    public DateTimeOffset? HiddenAt { get; set; }

    /// <param name="key">The address, as <see cref="EmailAddress.ToKey"/> writes it.</param>
    public static string DigestOf(Guid updateId, string key) => SecretHash.Of($"{updateId:N}:{key}");
}

public static class AnswersOfAddress
{
    /// <summary>The answers of an address. Each digest is of the address and the update together, so every update is asked.</summary>
    /// <param name="key">The address, as <see cref="EmailAddress.ToKey"/> writes it.</param>
    public static async Task<List<Guid>> AnswersOfAsync(this SolidarityDb db, string key, CancellationToken cancel)
    {
        var theirs = new List<Guid>();
        await foreach (var answer in db.UpdateAnswers.Select(a => new { a.Id, a.UpdateId, a.EmailDigest }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (answer.EmailDigest == UpdateAnswer.DigestOf(answer.UpdateId, key))
                theirs.Add(answer.Id);
        }

        return theirs;
    }
}
