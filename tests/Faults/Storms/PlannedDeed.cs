using Solidarity.Faults.Running;

namespace Solidarity.Faults.Storms;

/// <summary>What people do.</summary>
internal enum Deed
{
    Gift,
    Meals,
    Read,

    /// <summary>A restaurant plans what waits, sends it off, brings it.</summary>
    Kitchen,

    /// <summary>A ward says what arrived.</summary>
    Ward,

    /// <summary>Somebody eats at the counter; now and then the code is shown at two counters at once.</summary>
    Counter,

    /// <summary>The programme decides about what is missing.</summary>
    Settle,

    /// <summary>Somebody gives money back in Stripe's own dashboard.</summary>
    Dashboard,

    Update,
}

/// <summary>The n-th thing that somebody does: a function of the seed and n.</summary>
internal sealed record PlannedDeed(int Number, Deed What, PlannedGift Gift, bool WantsUpdates, TimeSpan Pause, Random Dice)
{
    public static PlannedDeed Of(int seed, int number)
    {
        var dice = Storms.Dice.Of(seed, Storms.Dice.Deeds, number);
        var what = dice.Next(200) switch
        {
            < 78 => Deed.Gift,
            < 116 => Deed.Meals,
            < 138 => Deed.Read,
            < 160 => Deed.Kitchen,
            < 174 => Deed.Ward,
            < 186 => Deed.Counter,
            < 190 => Deed.Settle,
            < 198 => Deed.Dashboard,
            _ => Deed.Update,
        };
        return new(number, what, PlannedGift.Next(number, dice), WantsUpdates: dice.Next(12) == 0, TimeSpan.FromMilliseconds(dice.Next(250)), dice);
    }
}
