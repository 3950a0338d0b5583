namespace Solidarity.Domain.Meals;

/// <summary>Names of the fields in which meals are asked for: one a restaurant.</summary>
public static class MealFields
{
    public const string Meals = "meals";

    public const string Site = "site";

    public static string Count(MealWish wish) => Count(wish.MealPartnerId);

    public static string Count(Guid mealPartnerId) => $"{Meals}-{mealPartnerId:N}";
}
