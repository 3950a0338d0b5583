namespace Solidarity.Domain.Meals;

/// <summary>Every move of a restaurant in a programme; nothing else sets its state.</summary>
public static class MealPartnerStates
{
    private static readonly HashSet<(MealPartnerStatus From, MealPartnerStatus To)> Moves =
    [
        (MealPartnerStatus.Applied, MealPartnerStatus.Accepted),
        (MealPartnerStatus.Applied, MealPartnerStatus.Refused),
        (MealPartnerStatus.Refused, MealPartnerStatus.Applied),
        (MealPartnerStatus.Accepted, MealPartnerStatus.Paused),
        (MealPartnerStatus.Paused, MealPartnerStatus.Accepted),
    ];

    public static bool Allows(MealPartnerStatus from, MealPartnerStatus to) => Moves.Contains((from, to));

    /// <exception cref="Refusal">There is no such move.</exception>
    public static void MoveTo(this MealPartner partner, MealPartnerStatus to)
    {
        if (!Allows(partner.Status, to))
            throw new Refusal(Reason.MoveNotAllowed);
        partner.Status = to;
    }
}
