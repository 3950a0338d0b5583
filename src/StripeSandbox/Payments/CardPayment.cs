namespace Solidarity.StripeSandbox.Payments;

/// <summary>Tries a payment intent with a card and leaves the traces Stripe leaves: charge, balance transaction, events.</summary>
internal static class CardPayment
{
    /// <summary>Tries once; how it went is in the intent's status and last error.</summary>
    /// <param name="authenticated">True once the giver has said yes to the bank's question (3-D Secure).</param>
    public static void Try(Work work, Intent intent, PaymentMethodUsed method, bool authenticated = false)
    {
        var card = TestCard.Of(method.Number);
        intent.Method = method;
        intent.LastError = null;
        if (card.Behaviour == CardBehaviour.AsksForAuthentication && !authenticated)
        {
            intent.Status = "requires_action";
            work.Emit("payment_intent.requires_action", work.Save(intent));
        }
        else if (card.Behaviour == CardBehaviour.Declines)
        {
            Decline(work, intent, method, Declines.Of(card));
        }
        else
        {
            Pay(work, intent, method, card, authenticated);
        }
    }

    /// <summary>The giver says no to the bank's question; no charge is made.</summary>
    public static void RefuseAuthentication(Work work, Intent intent)
    {
        intent.LastError = Declines.AuthenticationFailed;
        intent.Status = "requires_payment_method";
        work.Emit("payment_intent.payment_failed", work.Save(intent));
    }

    public static Charge NewCharge(Work work, Intent intent, PaymentMethodUsed method, string status, bool authenticated = false, long? disputedAt = null) => new()
    {
        Id = Ids.New(method.IsCard ? "ch_" : "py_"),
        Account = intent.Account,
        Created = work.Now,
        Amount = intent.Amount,
        Currency = intent.Currency,
        Status = status,
        IntentId = intent.Id,
        Method = method,
        Authenticated = authenticated,
        Customer = intent.Customer,
        Description = intent.Description,
        StatementDescriptorSuffix = intent.StatementDescriptorSuffix,
        ReceiptEmail = intent.ReceiptEmail,
        TransferGroup = intent.TransferGroup,
        // Stripe copies the metadata once, when the charge is made.
        Metadata = new(intent.Metadata),
        DisputedAt = disputedAt,
    };

    private static void Pay(Work work, Intent intent, PaymentMethodUsed method, TestCard card, bool authenticated)
    {
        var disputedAt = card.Behaviour == CardBehaviour.IsDisputed ? work.Now + work.Settings.DisputeSeconds : (long?)null;
        var charge = NewCharge(work, intent, method, "succeeded", authenticated, disputedAt);
        var available = card.Behaviour == CardBehaviour.PaysAtOnce ? work.Now : Booking.In(days: 3, work.Now);
        charge.TransactionId = work.Book(
            charge.Account, "charge", "charge", charge.Amount, charge.Currency, charge.Id,
            Fees.Card(charge.Amount, charge.Currency), "Stripe processing fees", charge.Description, available).Id;
        intent.LatestCharge = charge.Id;
        intent.Status = "succeeded";
        work.Save(intent);
        work.Emit("charge.succeeded", work.Save(charge));
        work.Emit("payment_intent.succeeded", intent);
    }

    private static void Decline(Work work, Intent intent, PaymentMethodUsed method, PaymentFailure why)
    {
        var charge = NewCharge(work, intent, method, "failed");
        charge.Failure = why with { ChargeId = charge.Id };
        intent.LatestCharge = charge.Id;
        intent.LastError = charge.Failure;
        intent.Status = "requires_payment_method";
        work.Save(intent);
        work.Emit("charge.failed", work.Save(charge));
        work.Emit("payment_intent.payment_failed", intent);
    }
}
