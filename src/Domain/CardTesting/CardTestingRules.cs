using Solidarity.Domain.Donations;

namespace Solidarity.Domain.CardTesting;

/// <summary>From when on somebody seems to try cards that are not theirs, and what follows (docs/decisions/0015-card-testing.md).</summary>
/// <param name="FreeDeclines">Payments that may be declined from one address in an hour before there is a pause: a card too old, a number mistyped, a limit reached.</param>
public sealed record CardTestingRules(int FreeDeclines)
{
    public static readonly TimeSpan Within = TimeSpan.FromHours(1);

    /// <summary>Traces older than this are dropped.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>A whole hospital may have one address: nobody waits longer than this after somebody else's last declined payment.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>Small gifts that were begun from one address in an hour and not paid.</summary>
    public const int SmallUnpaid = 20;

    /// <summary>Small gifts that one card pays in an hour.</summary>
    public const int SmallOfCard = 4;

    /// <summary>Declined payments of one checkout, after which it is closed.</summary>
    public const int DeclinesOfCheckout = 6;

    /// <summary>Pages that stay open beside the one with the declined payment while its address waits, the newest: others may sit at theirs behind the same address.</summary>
    private const int OpenInPause = 10;

    private const int OpenInAlarm = 3;

    /// <summary>Gifts of any size that were begun from one address in an hour and not paid: every page that lies open is a card to be tried later.</summary>
    public int Unpaid => 20 * FreeDeclines;

    /// <summary>From so much on, beginning a gift asks a question besides.</summary>
    public int Question => FreeDeclines + 2;

    /// <summary>From so much on the administrators are told, and a checkout is closed at its first declined payment.</summary>
    public int Alarm => FreeDeclines + 7;

    public TimeSpan PauseAfter(int declines) => declines <= FreeDeclines
        ? TimeSpan.Zero
        : TimeSpan.FromMinutes(Math.Min(LongestPause.TotalMinutes, Math.Pow(2, Math.Min(10, declines - FreeDeclines - 1))));

    /// <summary>How many other payment pages of an address stay open after a declined payment, the newest; null for all.</summary>
    public int? StayOpen(int declines) => declines >= Alarm ? OpenInAlarm : declines > FreeDeclines ? OpenInPause : null;

    /// <summary>At most five times the smallest gift.</summary>
    public static bool IsSmall(Money amount) => amount.Minor <= 5 * GiftLimits.Smallest(amount.Currency).Minor;
}
