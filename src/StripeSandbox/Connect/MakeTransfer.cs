namespace Solidarity.StripeSandbox.Connect;

/// <summary>
/// Moves money to a connected account. With <c>source_transaction</c> it may use funds that are still pending, and becomes
/// available with them (https://docs.stripe.com/connect/separate-charges-and-transfers#transfer-availability).
/// </summary>
internal static class MakeTransfer
{
    public static Transfer From(Call call)
    {
        var currency = call.Params.Currency()!;
        var source = call.Params.Has("source_transaction") ? Source(call, currency) : null;
        var amount = call.Params.Whole("amount") ?? source?.Amount
            ?? throw Refuse.Malformed("Missing required param: amount.", "parameter_missing", "amount");
        if (amount < 1) throw Refuse.Malformed("This value must be greater than or equal to 1.", "parameter_invalid_integer", "amount");
        var destination = Destination(call);
        if (source is null) CheckBalance(call, amount, currency);
        else CheckSource(source, amount);
        return Book(call, destination, source, amount, currency);
    }

    private static Account Destination(Call call)
    {
        var id = call.Params.Required("destination");
        if (call.Store.Find<Account>(id) is not { IsPlatform: false } account) throw Refuse.NoSuch("destination", id, "destination");
        return account.TakesTransfers ? account : throw Refuse.Impossible(
            "Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments",
            "insufficient_capabilities_for_transfer", "destination");
    }

    private static Charge Source(Call call, string currency)
    {
        var charge = call.Find<Charge>(call.Params.Text("source_transaction"))
            ?? throw Refuse.NoSuch("charge", call.Params.Required("source_transaction"), "source_transaction");
        if (charge.Status != "succeeded") throw Refuse.Impossible($"The charge {charge.Id} has not succeeded and cannot be the source of a transfer.", null, "source_transaction");
        return charge.Currency == currency ? charge : throw Refuse.Impossible(
            $"The currency of source_transaction's balance transaction ({charge.Currency}) must be the same as the transfer currency ({currency})", null, "currency");
    }

    private static void CheckSource(Charge source, long amount)
    {
        if (amount <= source.Amount - source.AmountTransferred) return;
        var already = source.AmountTransferred == 0 ? "" : $" (There is already a transfer using this source, amounting to {Currencies.Words(source.AmountTransferred, source.Currency)}.)";
        throw Refuse.Impossible($"Transfers using this transaction as a source must not exceed the source amount of {Currencies.Words(source.Amount, source.Currency)}.{already}", null, "amount");
    }

    private static void CheckBalance(Call call, long amount, string currency)
    {
        if (call.Store.Ledger.Available(call.Account, currency, call.Now) < amount)
            throw Refuse.Impossible("You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance by creating Charges using the 4000000000000077 test card. See: https://stripe.com/docs/testing#available-balance", "balance_insufficient");
    }

    private static Transfer Book(Call call, Account destination, Charge? source, long amount, string currency)
    {
        var work = call.Work;
        var transfer = work.Save(new Transfer
        {
            Id = Ids.New("tr_"),
            Account = call.Account,
            Created = call.Now,
            Amount = amount,
            Currency = currency,
            Destination = destination.Id,
            SourceTransaction = source?.Id,
            TransferGroup = call.Params.Text("transfer_group") ?? source?.TransferGroup ?? (source is null ? null : $"group_{source.IntentId}"),
            Description = call.Params.Text("description"),
            Metadata = call.Params.Metadata(),
        });
        var available = Math.Max(call.Now, call.Store.Find<BalanceTransaction>(source?.TransactionId)?.AvailableOn ?? 0);
        var payment = work.Save(new Charge
        {
            Id = Ids.New("py_"),
            Account = destination.Id,
            Created = call.Now,
            Amount = amount,
            Currency = currency,
            Status = "succeeded",
            SourceTransfer = transfer.Id,
            TransferGroup = transfer.TransferGroup,
        });
        payment.TransactionId = work.Book(destination.Id, "payment", "charge", amount, currency, payment.Id, availableOn: available).Id;
        work.Save(payment);
        transfer.TransactionId = work.Book(call.Account, "transfer", "transfer", -amount, currency, transfer.Id, description: transfer.Description, availableOn: available).Id;
        transfer.DestinationPayment = payment.Id;
        if (source is not null)
        {
            source.AmountTransferred += amount;
            work.Save(source);
        }

        work.Emit("transfer.created", work.Save(transfer));
        return transfer;
    }
}
