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

    /// <summary>Subject: a transfer to make.</summary>
    public const string Transfer = "transfer";

    /// <summary>Subject: a transfer reversal to make.</summary>
    public const string TransferReversal = "transfer-reversal";

    /// <summary>Subject: a donation whose checkout must be closed because the giver asked for something else instead.</summary>
    public const string ExpireCheckout = "expire-checkout";
}

public static class Outbox
{
    /// <summary>Adds a message; it is saved with whatever the caller saves.</summary>
    public static void Send(this SolidarityDb db, string kind, Guid subjectId, DateTimeOffset now) =>
        db.Outbox.Add(new OutboxMessage { Kind = kind, SubjectId = subjectId, CreatedAt = now, DueAt = now });
}
