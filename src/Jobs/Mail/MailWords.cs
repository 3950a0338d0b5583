using System.Text.RegularExpressions;
using Solidarity.Domain.Receipts;
using Solidarity.Jobs.Receipts;
using Solidarity.Jobs.Texts;

namespace Solidarity.Jobs.Mail;

/// <summary>The sentences and rows that every e-mail to a giver has.</summary>
internal static partial class MailWords
{
    private static readonly TextFile Words = TextFile.EveryMail;

    public static string Greeting(Locale locale, string? name) =>
        string.IsNullOrWhiteSpace(name) ? Words.Get(locale, "Hello") : Words.Get(locale, "HelloName", name.Trim());

    public static string Question(Locale locale, IssuerParty issuer) => Words.Get(locale, "Question", issuer.Email);

    /// <summary>One row a line.</summary>
    public static IEnumerable<MailRow> Lines(Locale locale, IEnumerable<ReceiptLine> lines, string currency) =>
        lines.Select(line =>
        {
            var amount = locale.Money(line.AmountMinor, currency);
            return line.Kind switch
            {
                ReceiptLineKind.Gift => new MailRow(Words.Get(locale, "Gift", line.Description), amount, line.Beneficiary),
                ReceiptLineKind.Tip => new MailRow(Words.Get(locale, "Tip"), amount),
                _ => new MailRow(Words.Get(locale, "Fees"), amount),
            };
        });

    /// <summary>"A", "A and B", "A, B and C".</summary>
    public static string Join(Locale locale, IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => Words.Get(locale, "And", string.Join(", ", names.Take(names.Count - 1)), names[^1]),
    };

    /// <summary>The same message of the same row has the same id, whenever it is built.</summary>
    public static string MessageId(string kind, string key, Uri site) =>
        $"{kind}-{NotPlain().Replace(key, "-")}@{(site.HostNameType == UriHostNameType.Dns ? site.IdnHost : "localhost")}";

    [GeneratedRegex("[^A-Za-z0-9._-]")]
    private static partial Regex NotPlain();
}
