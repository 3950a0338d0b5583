using System.Collections.Concurrent;

namespace Solidarity.Faults.Storms;

/// <summary>What people were told is done: the site must know it too, once.</summary>
internal sealed class Remembered
{
    /// <summary>Addresses whose payment page sent them on to the thanks, by the deed's number.</summary>
    public ConcurrentDictionary<string, Running.PlannedGift> Paid { get; } = new();

    /// <summary>Addresses that were sent to a payment page, and what they meant to do there.</summary>
    public ConcurrentDictionary<string, Running.PlannedGift> Begun { get; } = new();

    /// <summary>How many meals each of those addresses asked for.</summary>
    public ConcurrentDictionary<string, int> Meals { get; } = new();

    public ConcurrentBag<Guid> Planned { get; } = [];

    public ConcurrentBag<Guid> Brought { get; } = [];

    /// <summary>What wards said of a delivery.</summary>
    public ConcurrentDictionary<Guid, int> Arrived { get; } = new();

    /// <summary>Vouchers that a counter said are served.</summary>
    public ConcurrentBag<Guid> Served { get; } = [];

    /// <summary>Titles of updates that are published.</summary>
    public ConcurrentBag<string> Published { get; } = [];

    /// <summary>What must never be seen, whatever goes wrong.</summary>
    public ConcurrentBag<string> Surprises { get; } = [];
}
