using Solidarity.Domain.Meals;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;

namespace Solidarity.Jobs.Meals;

/// <summary>Plans the mails about a delivery of meals, and wakes who sends them.</summary>
public sealed class FanOutMeals(PlanMealMails plan, IWakeJobs wake)
{
    public async Task LeftAsync(Guid deliveryId, CancellationToken cancel)
    {
        if (await plan.ToWardAsync(deliveryId, MailingKind.MealsComing, cancel))
            wake.Wake<SendMailings>();
    }

    public async Task DeliveredAsync(Guid deliveryId, CancellationToken cancel)
    {
        await LeftAsync(deliveryId, cancel);
        await plan.ToGiversAsync(deliveryId, wake.Wake<SendMailings>, cancel);
    }

    public Task ThanksAsync(Guid thanksId, CancellationToken cancel) => plan.OfThanksAsync(thanksId, wake.Wake<SendMailings>, cancel);
}
