namespace Solidarity.StripeSandbox.Connect;

/// <summary>Takes a transfer back, in whole or in part; the connected account must still have the money.</summary>
internal static class ReverseTransfer
{
    public static Reversal From(Call call)
    {
        var transfer = call.Subject<Transfer>("transfer");
        if (transfer.Reversible == 0) throw Refuse.Impossible($"Transfer {transfer.Id} is already fully reversed.", "transfer_already_reversed");
        var amount = call.Params.Whole("amount") ?? transfer.Reversible;
        if (amount < 1) throw Refuse.Malformed("This value must be greater than or equal to 1.", "parameter_invalid_integer", "amount");
        if (amount > transfer.Reversible)
            throw Refuse.Impossible($"Transfer reversal amount ({Currencies.Words(amount, transfer.Currency)}) is greater than unreversed amount on transfer ({Currencies.Words(transfer.Reversible, transfer.Currency)})", null, "amount");
        if (Funds(call, transfer) < amount)
            throw Refuse.Impossible($"Insufficient funds in the connected account {transfer.Destination} to reverse this transfer.", "balance_insufficient");
        return Book(call, transfer, amount);
    }

    private static long Funds(Call call, Transfer transfer)
    {
        var ledger = call.Store.Ledger;
        return ledger.Available(transfer.Destination, transfer.Currency, call.Now) + ledger.Pending(transfer.Destination, transfer.Currency, call.Now);
    }

    private static Reversal Book(Call call, Transfer transfer, long amount)
    {
        var work = call.Work;
        var available = Math.Max(call.Now, call.Store.Get<BalanceTransaction>(transfer.TransactionId!).AvailableOn);
        var payment = call.Store.Get<Charge>(transfer.DestinationPayment!);
        var refund = work.Save(new Refund
        {
            Id = Ids.New("pyr_"),
            Account = transfer.Destination,
            Created = call.Now,
            Amount = amount,
            Currency = transfer.Currency,
            ChargeId = payment.Id,
            Status = "succeeded",
        });
        refund.TransactionId = work.Book(transfer.Destination, "payment_refund", "refund", -amount, transfer.Currency, refund.Id, description: "REFUND FOR PAYMENT", availableOn: available).Id;
        payment.AmountRefunded += amount;
        work.Save(payment);
        var reversal = work.Save(new Reversal
        {
            Id = Ids.New("trr_"),
            Account = call.Account,
            Created = call.Now,
            Amount = amount,
            Currency = transfer.Currency,
            TransferId = transfer.Id,
            DestinationRefund = work.Save(refund).Id,
            Metadata = call.Params.Metadata(),
        });
        reversal.TransactionId = work.Book(call.Account, "transfer_refund", "transfer_reversal", amount, transfer.Currency, reversal.Id, description: "REFUND FOR TRANSFER", availableOn: available).Id;
        work.Save(reversal);
        refund.SourceReversalId = reversal.Id;
        work.Save(refund);
        transfer.AmountReversed += amount;
        if (call.Store.Find<Charge>(transfer.SourceTransaction) is { } source)
        {
            source.AmountTransferred -= amount;
            work.Save(source);
        }

        work.Emit("transfer.reversed", work.Save(transfer));
        return reversal;
    }
}
