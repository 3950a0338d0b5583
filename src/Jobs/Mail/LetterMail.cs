using System.Text.Json;
using System.Text.RegularExpressions;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Receipts;
using Solidarity.Jobs.Texts;

namespace Solidarity.Jobs.Mail;

/// <summary>A letter as an e-mail: greeting, the kind's own sentences, somebody's words, one link.</summary>
public static partial class LetterMail
{
    private static readonly TextFile Words = TextFile.Letters;

    public static Mail Build(Letter letter, Site site, IssuerParty issuer)
    {
        var locale = Locale.For(letter.Language);
        var kind = letter.Kind.ToString();
        string[] args = [site.Name, .. JsonSerializer.Deserialize<string[]>(letter.Args)!];
        if (letter.Kind is LetterKind.PlatformRoleChanged or LetterKind.MemberRoleChanged)
            args[^1] = Words.Get(locale, $"Role.{args[^1]}");
        var isCard = letter.Kind == LetterKind.Card;
        if (isCard)
            args = [.. args.Select(NoLinks)];
        var subject = Words.Get(locale, $"{kind}.Subject", args);
        var body = new MailBody(locale).Paragraph(MailWords.Greeting(locale, letter.ToName));
        foreach (var paragraph in Words.Get(locale, $"{kind}.Text", args).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            body.Paragraph(paragraph.Split('\n'));
        if (letter.Quote is { } quote)
            body.Quote(isCard ? NoLinks(quote) : quote);
        if (letter.Link is { } link)
            body.Link(Words.Get(locale, $"{kind}.Button", args), site.Page(link));
        body.Paragraph(MailWords.Question(locale, issuer)).Paragraph(issuer.Name);
        return new Mail(MailWords.MessageId("letter", letter.Id.ToString("N"), site.PublicUrl), letter.To, letter.ToName, locale.Language, subject, body.Text, body.Html(subject), [])
        {
            ReplyTo = issuer.Email,
            Unsubscribe = letter is { Kind: LetterKind.ConfirmWaiting, Link: { } wish } ? new MailUnsubscribe(site.Page(wish + "/leave"), null) : null,
        };
    }

    /// <summary>
    /// A card goes to somebody who did not ask for it, with words that we did not write: what looks like an address in them, which mail programs would make
    /// a link of, is parted by spaces of no width.
    /// </summary>
    private static string NoLinks(string words) => AddressMarks().Replace(words, "$0\u200B");

    [GeneratedRegex(@"(?<=\S)[.:/@](?=\S)")]
    private static partial Regex AddressMarks();
}
