using System.Text.Json;
using Solidarity.Domain.Messages;

namespace Solidarity.Domain.Letters;

public static class Letters
{
    /// <summary>Adds a letter and the outbox message that sends it; both are saved with whatever the caller saves.</summary>
    /// <param name="to">The address, and the name if known.</param>
    /// <param name="link">A path of this site, such as /sign-in.</param>
    /// <param name="quote">Somebody's own words.</param>
    /// <param name="args">Values for the text's places.</param>
    public static Letter Write(this SolidarityDb db, LetterKind kind, (string Address, string? Name) to, string language, DateTimeOffset now, string? link = null, string? quote = null, params string[] args)
    {
        var letter = new Letter
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            To = to.Address,
            ToName = to.Name,
            Language = language,
            Args = JsonSerializer.Serialize(args),
            Quote = quote,
            Link = link,
            CreatedAt = now,
        };
        db.Letters.Add(letter);
        db.Send(OutboxKinds.Letter, letter.Id, now);
        return letter;
    }
}
