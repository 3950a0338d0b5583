namespace Solidarity.Jobs.Records;

/// <summary>
/// How long what is kept that nobody needs for ever. From the section "Retention" of the configuration. The books, receipts and gifts that were paid stay
/// for <see cref="Domain.Site.ReceiptYears"/>, as the law asks; the trail of decisions stays.
/// </summary>
public sealed record Retention
{
    /// <summary>Attempts to sign in, and sessions after their end.</summary>
    public TimeSpan SignIns { get; init; } = TimeSpan.FromDays(365);

    /// <summary>What somebody typed into a story without saving it.</summary>
    public TimeSpan Drafts { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Records of mails, letters with their addresses, and invitations, whose letters name who invited as long as they are there.</summary>
    public TimeSpan Mails { get; init; } = TimeSpan.FromDays(90);

    /// <summary>To whom updates and thanks went: as long as the links in those mails should work.</summary>
    public TimeSpan Mailings { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Addresses that somebody typed and nobody ever confirmed.</summary>
    public TimeSpan Unconfirmed { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Name, address and words of gifts that were begun and never paid.</summary>
    public TimeSpan Unpaid { get; init; } = TimeSpan.FromDays(90);

    /// <summary>That an address once followed a project.</summary>
    public TimeSpan EndedFollows { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Where who reported something wanted to hear of it, after it was decided; and answers that were taken out of sight.</summary>
    public TimeSpan Reports { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Stripe's events that are done with.</summary>
    public TimeSpan Events { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Runs of jobs.</summary>
    public TimeSpan Runs { get; init; } = TimeSpan.FromDays(30);
}
