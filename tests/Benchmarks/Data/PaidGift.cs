using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Partners;

namespace Solidarity.Benchmarks.Data;

/// <summary>One gift that was paid, passed on, and now and then given back: the rows that RecordPayment, MakeTransfer and GiveBack would leave.</summary>
internal sealed class PaidGift(BulkRows rows, Books books, Seeded seeded, Site site, Donation donation, Campaign campaign, DateTimeOffset at, long amount, long added, long tip)
{
    public delegate void WriteLines(Donation donation, Campaign campaign, DateTimeOffset at, long amount, long added, long tip, long? transaction, Func<LineKind, long>? refunded);

    private readonly string _account = Accounts.Campaign(campaign.Id);

    public void Pay(MealRows mealRows, int? meals, Guid id, WriteLines lines)
    {
        var (charge, booked) = (seeded.StripeId("ch"), seeded.StripeId("txn"));
        (donation.ChargeId, donation.PaidWith) = (charge, "Visa •••• 4242");
        donation.MoveTo(DonationStatus.Paid, at.AddSeconds(40), charge, at);
        var fee = 25 + (donation.AmountMinor * 15 / 1000);
        donation.FeeMinor = fee;
        var paid = books.Post(LedgerReason.Payment, $"charge:{charge}", at, id, campaign.Id, (Accounts.StripeBalance, donation.AmountMinor, booked), (_account, -amount, charge), (_account, -added, charge), (Accounts.Tips, -tip, charge));
        books.Came(campaign.Id, site.DayOf(at), amount);

        var toCampaign = amount + added;
        var carried = campaign.FeeBearer == FeeBearer.Platform ? 0 : added > 0 ? Math.Min(fee, toCampaign) : fee * toCampaign / donation.AmountMinor;
        books.Post(LedgerReason.Fee, $"fee:{charge}", at, id, campaign.Id, (Accounts.StripeBalance, -fee, booked), (Accounts.StripeFees, fee - carried, booked), (_account, carried, booked));
        var cook = meals is null ? default : mealRows.Choose();
        var partner = meals is null ? campaign.PartnerId : cook.Partner;
        var transfer = Transfer(charge, partner, toCampaign - carried, meals);
        if (meals is { } many)
            mealRows.Add(donation, cook.Id, many, transfer.Id, at, site.DayOf(at), charge);
        else if (seeded.Chance(1))
            GiveBack(transfer, whole: seeded.Chance(60));

        rows.Add(donation);
        donation.Moves.ForEach(rows.Add);
        rows.Add(transfer);
        lines(donation, campaign, at, amount, added, tip, paid, kind => donation.RefundedMinor == 0 ? 0 : RefundedOf(kind));
        if (seeded.Chance(1))
            rows.Add(new Dedication { DonationId = id, Honoured = seeded.Of(GiftWords.Names), ShownOnWall = true, Version = seeded.Id(at) });
        Sent(OutboxKinds.ReceiptMail, id);
        Sent(OutboxKinds.Transfer, transfer.Id);
        rows.Add(new InboxMessage { Kind = "checkout.session.completed", EventId = seeded.StripeId("evt"), ObjectId = donation.SessionId!, CreatedAt = at, DueAt = at, State = MessageState.Done, Attempts = 1, DoneAt = at.AddSeconds(2) });
    }

    private Transfer Transfer(string charge, Guid partner, long due, int? meals)
    {
        var (reference, made) = (seeded.StripeId("tr"), at.AddSeconds(50));
        books.Post(LedgerReason.Due, partner == campaign.PartnerId ? $"due:{charge}" : $"due:{charge}:{partner:N}", at.AddSeconds(41), donation.Id, campaign.Id, (_account, due, charge), (Accounts.Partner(partner), -due, charge));
        books.Post(LedgerReason.Transfer, $"transfer:{reference}", made, donation.Id, campaign.Id, (Accounts.Partner(partner), due, reference), (Accounts.StripeBalance, -due, seeded.StripeId("txn")));
        books.PassedOn(campaign.Id, due);
        return new Transfer
        {
            Id = seeded.Id(at),
            PartnerId = partner,
            CampaignId = campaign.Id,
            DonationId = donation.Id,
            AmountMinor = due,
            CurrencyCode = donation.CurrencyCode,
            ChargeId = charge,
            CreatedAt = at.AddSeconds(41),
            StripeTransferId = reference,
            MadeAt = made,
            Meals = meals,
            Version = seeded.Id(at),
        };
    }

    /// <summary>All of it, or half of the gift as somebody ordered it.</summary>
    private void GiveBack(Transfer transfer, bool whole)
    {
        var (refund, reversal, later) = (seeded.StripeId("re"), seeded.StripeId("trr"), at.AddDays(1));
        _refunded = whole ? (amount, added, tip) : (amount / 2, 0, 0);
        donation.RefundedMinor = _refunded.Gift + _refunded.Fees + _refunded.Tip;
        donation.MoveTo(whole ? DonationStatus.Refunded : DonationStatus.PartlyRefunded, later, refund);
        var ofCampaign = _refunded.Gift + _refunded.Fees;
        var takenBack = whole ? transfer.AmountMinor : Math.Min(transfer.AmountMinor, ofCampaign);
        rows.Add(new Refund { Id = seeded.Id(later), DonationId = donation.Id, StripeRefundId = refund, AmountMinor = donation.RefundedMinor, Status = "succeeded", CreatedAt = later, PostedAt = later });
        rows.Add(new TransferReversal { Id = seeded.Id(later), TransferId = transfer.Id, AmountMinor = takenBack, Because = refund, CreatedAt = later, StripeReversalId = reversal });
        transfer.ReversedMinor = takenBack;
        books.Post(
            LedgerReason.Refund, $"refund:{refund}", later, donation.Id, campaign.Id, (Accounts.StripeBalance, -donation.RefundedMinor, seeded.StripeId("txn")), (Accounts.Tips, _refunded.Tip, refund),
            (_account, ofCampaign, refund), (_account, takenBack - ofCampaign, refund), (Accounts.Losses, ofCampaign - takenBack, refund));
        books.Post(
            LedgerReason.TransferReversal, $"reversal:{reversal}", later, donation.Id, campaign.Id, (Accounts.StripeBalance, takenBack, seeded.StripeId("txn")), (Accounts.Partner(transfer.PartnerId), -takenBack, reversal),
            (Accounts.Partner(transfer.PartnerId), takenBack, reversal), (_account, -takenBack, reversal));
        books.WentBack(campaign.Id, _refunded.Gift, whole);
        books.PassedOn(campaign.Id, -takenBack);
    }

    private (long Gift, long Fees, long Tip) _refunded;

    private long RefundedOf(LineKind kind) => kind switch { LineKind.Gift => _refunded.Gift, LineKind.Fees => _refunded.Fees, _ => _refunded.Tip };

    private void Sent(string kind, Guid subject) =>
        rows.Add(new OutboxMessage { Kind = kind, SubjectId = subject, CreatedAt = at, DueAt = at, State = MessageState.Done, Attempts = 1, DoneAt = at.AddSeconds(5) });
}
