namespace Solidarity.Domain.Meals;

/// <summary>Every move a delivery can make; nothing else sets its state.</summary>
public static class DeliveryStates
{
    private static readonly HashSet<(DeliveryStatus From, DeliveryStatus To)> Moves =
    [
        (DeliveryStatus.Planned, DeliveryStatus.Left),
        (DeliveryStatus.Planned, DeliveryStatus.Delivered), // a cook with full hands says it once
        (DeliveryStatus.Planned, DeliveryStatus.CalledOff),
        (DeliveryStatus.Left, DeliveryStatus.Delivered),
        (DeliveryStatus.Delivered, DeliveryStatus.Confirmed),
        (DeliveryStatus.Delivered, DeliveryStatus.Shortage),
    ];

    public static bool Allows(DeliveryStatus from, DeliveryStatus to) => Moves.Contains((from, to));

    /// <summary>One meal less, because its money went back; without any it is called off.</summary>
    public static void TakeOut(this MealDelivery delivery, DateTimeOffset at)
    {
        if (delivery.Count == 1)
            delivery.MoveTo(DeliveryStatus.CalledOff, at);
        else
            delivery.Count--;
    }

    /// <exception cref="Refusal">There is no such move.</exception>
    public static void MoveTo(this MealDelivery delivery, DeliveryStatus to, DateTimeOffset at)
    {
        if (!Allows(delivery.Status, to))
            throw new Refusal(Reason.MoveNotAllowed);
        delivery.Status = to;
        if (to is DeliveryStatus.Left or DeliveryStatus.Delivered)
            delivery.LeftAt ??= at;
        if (to == DeliveryStatus.Delivered)
            delivery.DeliveredAt = at;
        if (to is DeliveryStatus.Confirmed or DeliveryStatus.Shortage)
            delivery.AnsweredAt = at;
    }
}
