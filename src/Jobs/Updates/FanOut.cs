using Solidarity.Domain.Updates;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;

namespace Solidarity.Jobs.Updates;

/// <summary>Plans the mails of an update or a thanks; the first leave while the last are still planned.</summary>
public sealed class FanOut(PlanMailings plan, IWakeJobs wake)
{
    public Task UpdateAsync(Guid updateId, CancellationToken cancel) => plan.OfUpdateAsync(updateId, wake.Wake<SendMailings>, cancel);

    public Task ThanksAsync(Guid thanksId, CancellationToken cancel) => plan.OfThanksAsync(thanksId, wake.Wake<SendMailings>, cancel);
}
