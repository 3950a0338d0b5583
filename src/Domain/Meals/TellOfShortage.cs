using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Organisations;

namespace Solidarity.Domain.Meals;

/// <summary>Writes to the restaurant and to who leads the programme what a ward says is missing or wrong. Saved with what the caller saves.</summary>
public sealed class TellOfShortage(SolidarityDb db)
{
    private static readonly OrganisationRole[] Told = [OrganisationRole.Owner, OrganisationRole.Editor];

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

        await WriteAsync(about.OwnerId, LetterKind.MealsShortOwner, $"/workspace/campaigns/{about.Programme}/deliveries", [.. args, about.Restaurant]);
        if (about.CookId != about.OwnerId)
            await WriteAsync(about.CookId, LetterKind.MealsShort, $"/workspace/organisations/{about.Cook}/kitchen", args);

        async Task WriteAsync(Guid organisationId, LetterKind kind, string link, string[] words)
        {
            var people = await db.Memberships.Where(m => m.OrganisationId == organisationId && Told.Contains(m.Role) && m.Person.Email != null && m.Person.ClosedAt == null)
                .Select(m => new { m.Person.Email, m.Person.Name, m.Person.Language }).ToListAsync(cancel);
            foreach (var person in people)
                db.Write(kind, (person.Email!, person.Name), person.Language, now, link, delivery.Problem, words);
        }
    }

    private static string Figure(int count) => count.ToString(CultureInfo.InvariantCulture);
}
