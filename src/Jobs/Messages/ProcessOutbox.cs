using System.Linq.Expressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Solidarity.Domain.Messages;
using Solidarity.Jobs.Letters;
using Solidarity.Jobs.Meals;
using Solidarity.Jobs.PayoutReports;
using Solidarity.Jobs.Receipts;
using Solidarity.Jobs.Updates;
using Solidarity.Payments.Checkout;
using Solidarity.Payments.Refunds;
using Solidarity.Payments.Transfers;

namespace Solidarity.Jobs.Messages;

/// <summary>Sends mails, makes transfers, and whatever else was promised.</summary>
public sealed class ProcessOutbox(IServiceScopeFactory scopes, ILogger<ProcessOutbox> log) : ProcessMessages<OutboxMessage>(scopes, log)
{
    /// <summary>Updates to thousands of readers go their own way (<see cref="SendMailings"/>), so that no receipt and no transfer waits behind them.</summary>
    protected override Expression<Func<OutboxMessage, bool>> Which => m => m.Kind != OutboxKinds.Mailing;

    protected override Task HandleAsync(IServiceProvider services, OutboxMessage message, CancellationToken cancel) =>
        services.GetRequiredService<HandleOutboxMessage>().RunAsync(message, cancel);
}

/// <summary>Every kind of outbox message and who does it.</summary>
public sealed class HandleOutboxMessage(IServiceProvider services)
{
    public Task RunAsync(OutboxMessage message, CancellationToken cancel) => message.Kind switch
    {
        OutboxKinds.ReceiptMail => The<SendReceipt>().RunAsync(message.SubjectId, cancel),
        OutboxKinds.PaymentFailedMail => The<SendPaymentFailed>().RunAsync(message.SubjectId, cancel),
        OutboxKinds.RefundMail => The<SendRefundNotice>().RunAsync(message.SubjectId, cancel),
        OutboxKinds.Letter => The<SendLetter>().RunAsync(message.SubjectId, cancel),
        OutboxKinds.PayoutReport => The<SendPayoutReport>().RunAsync(message.SubjectId, cancel),
        OutboxKinds.Transfer => The<MakeTransfer>().RunAsync(message.SubjectId, cancel),
        OutboxKinds.TransferReversal => The<ReverseTransfer>().RunAsync(message.SubjectId, cancel),
        OutboxKinds.Refund => The<RefundDonation>().RunAsync(message.SubjectId, cancel),
        OutboxKinds.ExpireCheckout => The<ExpireCheckout>().RunAsync(message.SubjectId, cancel),
        OutboxKinds.PublishUpdate => The<FanOut>().UpdateAsync(message.SubjectId, cancel),
        OutboxKinds.Thanks => The<FanOut>().ThanksAsync(message.SubjectId, cancel),
        OutboxKinds.MealsLeft => The<FanOutMeals>().LeftAsync(message.SubjectId, cancel),
        OutboxKinds.MealsDelivered => The<FanOutMeals>().DeliveredAsync(message.SubjectId, cancel),
        OutboxKinds.MealThanks => The<FanOutMeals>().ThanksAsync(message.SubjectId, cancel),
        OutboxKinds.Mailing => The<SendMailing>().RunAsync(message.SubjectId, cancel),
        _ => throw new InvalidOperationException($"Nobody handles outbox messages of kind '{message.Kind}'."),
    };

    private T The<T>()
        where T : notnull => services.GetRequiredService<T>();
}
