namespace Solidarity.StripeSandbox.Payments;

/// <summary>
/// Direct debits are known to succeed or fail only days later; here after <see cref="Settings.SepaSeconds"/>
/// (https://docs.stripe.com/payments/sepa-debit, test IBANs: https://docs.stripe.com/testing).
/// </summary>
internal static class SepaDebit
{
    private static readonly HashSet<string> Failing =
    [
        "DE62370400440532013001", "DE78370400440532013004", "FR8420041010050500013M02607", "FR7920041010050500013M02600",
        "AT861904300235473202",
    ];

    public static bool Fails(string iban) => Failing.Contains(iban);

    public static void Start(Work work, Intent intent, PaymentMethodUsed method)
    {
        var charge = CardPayment.NewCharge(work, intent, method, "pending");
        intent.Method = method;
        intent.LastError = null;
        intent.LatestCharge = charge.Id;
        intent.Status = "processing";
        intent.SettlesAt = work.Now + work.Settings.SepaSeconds;
        work.Save(intent);
        work.Emit("charge.pending", work.Save(charge));
        work.Emit("payment_intent.processing", intent);
    }

    public static void Settle(Work work, Intent intent)
    {
        var charge = work.Store.Get<Charge>(intent.LatestCharge!);
        intent.SettlesAt = null;
        if (Fails(intent.Method!.Number)) Fail(work, intent, charge);
        else Succeed(work, intent, charge);
        if (intent.SessionId is not null) work.Store.Get<Session>(intent.SessionId).DebitSettled(work, charge.Status == "succeeded");
    }

    private static void Succeed(Work work, Intent intent, Charge charge)
    {
        charge.Status = "succeeded";
        charge.TransactionId = work.Book(
            charge.Account, "payment", "charge", charge.Amount, charge.Currency, charge.Id,
            Fees.SepaDebit(charge.Currency), "Stripe processing fees", charge.Description, Booking.In(days: 5, work.Now)).Id;
        intent.Status = "succeeded";
        work.Save(intent);
        work.Emit("charge.succeeded", work.Save(charge));
        work.Emit("payment_intent.succeeded", intent);
    }

    private static void Fail(Work work, Intent intent, Charge charge)
    {
        charge.Status = "failed";
        charge.Failure = Declines.DebitFailed with { ChargeId = charge.Id };
        intent.LastError = charge.Failure;
        intent.Status = "requires_payment_method";
        work.Save(intent);
        work.Emit("charge.failed", work.Save(charge));
        work.Emit("payment_intent.payment_failed", intent);
    }
}
