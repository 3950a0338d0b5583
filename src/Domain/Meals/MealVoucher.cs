using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Meals;

/// <summary>How far a meal is. Its moves are in <see cref="VoucherStates"/>.</summary>
public enum VoucherStatus
{
    /// <summary>Paid for; nobody cooks it yet.</summary>
    Funded,
    /// <summary>The restaurant has it in a planned delivery.</summary>
    Accepted,
    /// <summary>The restaurant says that it was brought.</summary>
    Delivered,
    /// <summary>The care site says that it arrived.</summary>
    Confirmed,
    /// <summary>Eaten at the counter.</summary>
    Redeemed,
    /// <summary>The giver has the money back.</summary>
    Refunded,
}

/// <summary>One meal that was paid for.</summary>
public class MealVoucher
{
    public required Guid Id { get; init; }

    /// <summary>Without dashes (<see cref="VoucherCode"/>).</summary>
    public required string Code { get; init; }

    public required Guid OrderId { get; init; }

    public MealOrder Order { get; init; } = null!;

    public required Guid DonationId { get; init; }

    public Donation Donation { get; init; } = null!;

    /// <summary>Who cooks it: the order's restaurant, or the one it was given to since.</summary>
    public required Guid MealPartnerId { get; set; }

    public MealPartner MealPartner { get; init; } = null!;

    /// <summary>Where it goes: the order's site, or another since.</summary>
    public required Guid CareSiteId { get; set; }

    public CareSite CareSite { get; init; } = null!;

    /// <summary>Whose place it takes: the order's, or one of the restaurant that took it over.</summary>
    public required Guid SlotId { get; set; }

    public MealSlot Slot { get; init; } = null!;

    /// <summary>Moved by <see cref="VoucherStates"/> alone.</summary>
    public VoucherStatus Status { get; internal set; }

    /// <summary>The delivery it is or was in; null while funded.</summary>
    public Guid? DeliveryId { get; internal set; }

    public MealDelivery? Delivery { get; init; }

    public required DateTimeOffset PaidAt { get; init; }

    /// <summary>The transfer that its money went with; null until Stripe's fee is known.</summary>
    public Guid? TransferId { get; set; }

    /// <summary>Since when it is known that it did not arrive with its delivery; null where that never happened.</summary>
    public DateTimeOffset? ShortAt { get; set; }

    /// <summary>The delivery with which it should have come, as long as it has been neither brought since nor given to another, nor given back.</summary>
    public Guid? MissingFromId { get; internal set; }

    /// <summary>By what order it is given back; null where the money went back otherwise, or not at all.</summary>
    public Guid? RefundOrderId { get; set; }

    public Guid Version { get; set; }

    public List<VoucherMove> Moves { get; } = [];
}

/// <summary>One move of a voucher, kept for good.</summary>
public class VoucherMove
{
    public long Id { get; init; }

    public required Guid VoucherId { get; init; }

    public required VoucherStatus From { get; init; }

    public required VoucherStatus To { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who or what moved it: a person's id, the delivery whose ward answered (ward:…), Stripe's object, the rule.</summary>
    public required string By { get; init; }

    /// <summary>What else is to be known: the restaurant it came from when another took it over.</summary>
    public Guid? FromId { get; init; }
}
