namespace Solidarity.Faults.Storms;

/// <summary>What goes wrong.</summary>
internal enum Fault
{
    Kill,
    PauseNode,
    StripeDown,

    /// <summary>The work is done, the answer is a 500.</summary>
    StripeLosesAnswers,
    StripeLimits,

    /// <summary>The work is done, and the connection breaks.</summary>
    StripeResets,

    /// <summary>The work is done, and nobody says so until whoever asked has given up.</summary>
    StripeHangs,
    StripeSlow,

    /// <summary>The program stands still: nothing is done, and nothing is answered.</summary>
    StripePaused,
    MailGone,
    MailRefuses,
    MailLosesAnswers,
    MailSlow,
    DiskFull,
    ClockTurned,

    /// <summary>The server ends every connection.</summary>
    DatabaseCut,

    /// <summary>The server is killed and started again.</summary>
    DatabaseKilled,
}

/// <summary>The n-th thing that goes wrong: a function of the seed and n.</summary>
/// <param name="Node">Which node, of those there are.</param>
/// <param name="Before">The calm before it.</param>
/// <param name="Amount">How much, where that is a question: milliseconds, or seconds of a clock.</param>
internal sealed record PlannedFault(int Number, Fault What, int Node, TimeSpan Before, TimeSpan Lasts, int Amount)
{
    /// <summary>How often each comes, beside the others.</summary>
    private static readonly Fault[] Kinds =
    [
        .. Enumerable.Repeat(Fault.Kill, 6), .. Enumerable.Repeat(Fault.PauseNode, 3), .. Enumerable.Repeat(Fault.ClockTurned, 2), .. Enumerable.Repeat(Fault.DatabaseCut, 2), .. Enum.GetValues<Fault>(),
    ];

    public static PlannedFault Of(int seed, int number)
    {
        var dice = Dice.Of(seed, Dice.Faults, number);
        // The first round has one of each, in an order of the seed's own.
        var what = number < Enum.GetValues<Fault>().Length ? Round(seed)[number] : Kinds[dice.Next(Kinds.Length)];
        return new(number, what, dice.Next(1000), TimeSpan.FromMilliseconds(dice.Next(1500)), TimeSpan.FromMilliseconds(500 + dice.Next(2000)), dice.Next(-90, 91));
    }

    private static Fault[] Round(int seed)
    {
        var round = Enum.GetValues<Fault>();
        Dice.Of(seed, Dice.Faults, -1).Shuffle(round);
        return round;
    }
}
