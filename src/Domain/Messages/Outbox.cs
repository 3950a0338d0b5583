using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Messages;

/// <summary>The kinds of outbox messages, each done by one handler.</summary>
public static class OutboxKinds
{
    /// <summary>Subject: a donation that was paid. Sends the thank-you with its receipt.</summary>
    public const string ReceiptMail = "receipt-mail";

    /// <summary>Subject: a donation whose delayed payment the bank refused.</summary>
    public const string PaymentFailedMail = "payment-failed-mail";

    /// <summary>Subject: a refund.</summary>
    public const string RefundMail = "refund-mail";

    /// <summary>Subject: a refund order. Asks Stripe to give money back.</summary>
    public const string Refund = "refund";

    /// <summary>Subject: a letter to send.</summary>
    public const string Letter = "letter";

    /// <summary>Subject: an update that was published. Plans one mailing for each reader.</summary>
    public const string PublishUpdate = "publish-update";

    /// <summary>Subject: a thanks. Plans one mailing for each giver it is for.</summary>
    public const string Thanks = "thanks";

    /// <summary>Subject: a mailing to send. There may be thousands: a job of its own sends them, so that no receipt waits behind them.</summary>
    public const string Mailing = "mailing";

    /// <summary>Subject: a meal delivery that left the kitchen. Plans the ward's mail.</summary>
    public const string MealsLeft = "meals-left";

    /// <summary>Subject: a meal delivery that was brought. Plans the ward's mail where it had none, and one for each giver.</summary>
    public const string MealsDelivered = "meals-delivered";

    /// <summary>Subject: the thanks of a ward, to be shown. Plans a mail for each giver.</summary>
    public const string MealThanks = "meal-thanks";

    /// <summary>Subject: a payout report. Sends it to whoever minds the partner's money.</summary>
    public const string PayoutReport = "payout-report";

    /// <summary>Subject: a transfer to make.</summary>
    public const string Transfer = "transfer";

    /// <summary>Subject: a transfer reversal to make.</summary>
    public const string TransferReversal = "transfer-reversal";

    /// <summary>Subject: a donation whose checkout must be closed: its giver asked for something else, or cards are tried at it.</summary>
    public const string ExpireCheckout = "expire-checkout";

    public static IReadOnlyList<string> All { get; } =
        [ReceiptMail, PaymentFailedMail, RefundMail, Refund, Letter, PublishUpdate, Thanks, Mailing, MealsLeft, MealsDelivered, MealThanks, PayoutReport, Transfer, TransferReversal, ExpireCheckout];
}

public static class Outbox
{
    /// <summary>After one more the pause is three hours (<see cref="MessageQueueOptions.Pauses"/>).</summary>
    private const int MostSpent = 7;

    private static readonly MessageState[] Idle = [MessageState.Waiting, MessageState.NeedsPerson];

    /// <summary>Adds a message; it is saved with whatever the caller saves.</summary>
    public static void Send(this SolidarityDb db, string kind, Guid subjectId, DateTimeOffset now) =>
        db.Outbox.Add(new OutboxMessage { Kind = kind, SubjectId = subjectId, CreatedAt = now, DueAt = now });

    /// <summary>What they waited for has come: messages that wait, or were left to a person, are due now with all their tries before them.</summary>
    public static Task<int> WakeAsync(this SolidarityDb db, string kind, IQueryable<Guid> subjects, DateTimeOffset now, CancellationToken cancel) => db.Outbox
        .Where(m => m.Kind == kind && Idle.Contains(m.State) && subjects.Contains(m.SubjectId)).AgainAsync(now, cancel);

    /// <summary>
    /// A message that waits for somebody else to do something does not use up its tries by waiting: it is asked again every few hours,
    /// until <see cref="WakeAsync"/> or for ever.
    /// </summary>
    public static Task<int> SpareAttemptsAsync(this SolidarityDb db, string kind, Guid subjectId, CancellationToken cancel) => db.Outbox
        .Where(m => m.Kind == kind && m.SubjectId == subjectId && m.Attempts > MostSpent)
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempts, MostSpent), cancel);
}
