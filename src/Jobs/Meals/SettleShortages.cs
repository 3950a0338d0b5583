using Solidarity.Domain.Meals;
using Solidarity.Jobs.Engine;

namespace Solidarity.Jobs.Meals;

/// <summary>Settles the shortages of which nothing is missing any more.</summary>
public sealed class SettleShortages(SettleDelivery settle) : ICountDone
{
    public int Done { get; private set; }

    public async Task RunAsync(CancellationToken cancel) => Done = await settle.ByThemselvesAsync(cancel);
}
