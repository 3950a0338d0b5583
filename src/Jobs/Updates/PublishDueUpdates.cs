using Microsoft.Extensions.Logging;
using Solidarity.Domain;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;

namespace Solidarity.Jobs.Updates;

/// <summary>Publishes what was to be published by now.</summary>
public sealed class PublishDueUpdates(PublishUpdate publish, IWakeJobs wake, ILogger<PublishDueUpdates> log) : ICountDone
{
    public int Done { get; private set; }

    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            Done = await publish.DueAsync(cancel);
            if (Done > 0)
                wake.Wake<ProcessOutbox>();
        }
        catch (Refusal refusal)
        {
            // Its author, or another node, did something with it at the same moment: the next beat looks again.
            log.LogInformation("An update that was due is left to the next beat: {Why}", refusal.Message);
        }
    }
}
