namespace Solidarity.Jobs.Mail;

/// <summary>A server's answer: its code, and its words line by line.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>
    /// A final no that the address itself has earned. A final no for another reason (530 sign in first, 5.7.x policy or relaying, 5.3.x the
    /// server's own trouble) says something about us, and must not write a reader off.
    /// </summary>
    public bool IsAboutTheRecipient
    {
        get
        {
            var words = Lines.Count > 0 ? Lines[0] : "";
            var detailed = words.StartsWith("5.", StringComparison.Ordinal);
            return detailed
                ? words.StartsWith("5.1.", StringComparison.Ordinal) || words.StartsWith("5.2.", StringComparison.Ordinal)
                : Code is 501 or 550 or 551 or 553 or 556;
        }
    }

    /// <summary>The answer for a log: without the reader's address, which servers like to repeat.</summary>
    public string Without(string address) => ToString().Replace(address, "(recipient)", StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{Code} {string.Join(' ', Lines)}";
}
