using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Organisations;

namespace Solidarity.Domain.Meals;

/// <summary>Writes to the restaurant and to who leads the programme what a ward says is missing or wrong. Saved with what the caller saves.</summary>
public sealed class TellOfShortage(SolidarityDb db)
{
    /// <param name="deliveryId">Of a delivery that the caller has read, with the ward's answer.</param>
    public async Task RunAsync(Guid deliveryId, DateTimeOffset now, CancellationToken cancel)
    {
        var delivery = db.MealDeliveries.Local.Single(d => d.Id == deliveryId);
        var about = await db.MealDeliveries.Where(d => d.Id == deliveryId).Select(d => new
        {
            Ward = d.CareSite.Ward + ", " + d.CareSite.Name,
            Restaurant = d.MealPartner.Partner.Name,
            CookId = d.MealPartner.Partner.OrganisationId,
            Cook = d.MealPartner.Partner.Organisation.Slug,
            Programme = d.MealPartner.Programme.Campaign.Slug,
            OwnerId = d.MealPartner.Programme.Campaign.Project.OrganisationId,
        }).SingleAsync(cancel);
        string[] args = [Figure(delivery.Number), about.Ward, Figure(delivery.Arrived ?? 0), Figure(delivery.Count)];

        await db.WriteToTeamAsync(about.OwnerId, LetterKind.MealsShortOwner, $"/workspace/campaigns/{about.Programme}/deliveries", delivery.Problem, now, cancel, [.. args, about.Restaurant]);
        if (about.CookId != about.OwnerId)
            await db.WriteToTeamAsync(about.CookId, LetterKind.MealsShort, $"/workspace/organisations/{about.Cook}/kitchen", delivery.Problem, now, cancel, args);
    }

    private static string Figure(int count) => count.ToString(CultureInfo.InvariantCulture);
}
