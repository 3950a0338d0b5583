namespace Solidarity.StripeSandbox.Checkout;

/// <summary>One press of the pay button.</summary>
internal static class Attempt
{
    /// <summary>
    /// Tries an open session with a card or account. A session that is no longer open is left as it is, so a form that is
    /// sent twice charges once: the lock makes the second sender see what the first did.
    /// </summary>
    public static Intent? Make(Work work, Session session, PaymentMethodUsed method)
    {
        if (!session.IsOpen) return null;
        var intent = IntentOf(work, session);
        if (method.IsCard) CardPayment.Try(work, intent, method);
        else SepaDebit.Start(work, intent, method);
        if (intent.IsOver) session.Complete(work, intent);
        return intent;
    }

    /// <summary>The giver's answer to the bank's question.</summary>
    public static void Authenticate(Work work, Session session, Intent intent, bool authorised)
    {
        if (!session.IsOpen || intent.Status != "requires_action") return;
        if (authorised) CardPayment.Try(work, intent, intent.Method!, authenticated: true);
        else CardPayment.RefuseAuthentication(work, intent);
        if (intent.IsOver) session.Complete(work, intent);
    }

    private static Intent IntentOf(Work work, Session session)
    {
        if (session.IntentId is not null) return work.Store.Get<Intent>(session.IntentId);
        var id = Ids.New("pi_");
        var intent = work.Save(new Intent
        {
            Id = id,
            Account = session.Account,
            Created = work.Now,
            Amount = session.Total,
            Currency = session.Currency,
            SessionId = session.Id,
            ClientSecret = $"{id}_secret_{Ids.New("", 25)}",
            MethodTypes = session.MethodTypes,
            Customer = session.Customer,
            Description = session.IntentData.Description,
            ReceiptEmail = session.IntentData.ReceiptEmail,
            StatementDescriptorSuffix = session.IntentData.StatementDescriptorSuffix,
            TransferGroup = session.IntentData.TransferGroup,
            Metadata = new(session.IntentData.Metadata),
        });
        session.IntentId = intent.Id;
        work.Save(session);
        work.Emit("payment_intent.created", intent);
        return intent;
    }
}
