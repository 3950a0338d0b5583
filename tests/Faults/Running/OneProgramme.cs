using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;

namespace Solidarity.Faults.Running;

/// <summary>A meals programme beside <see cref="OneCampaign"/>: its organisation cooks, for one ward, on one day, as many meals as it says.</summary>
internal static class OneProgramme
{
    public const string Slug = "meals";
    public const string Email = "cook@mail.example";
    public const string Password = "a spoon of everything";

    /// <returns>The restaurant in the programme, and the ward.</returns>
    public static async Task<(Guid Cook, Guid Ward)> WriteAsync(Site site, int places)
    {
        await using var db = site.Database();
        var now = TimeProvider.System.GetUtcNow();
        var partner = await db.Partners.SingleAsync();
        var id = Guid.CreateVersion7();
        var campaign = new Campaign
        {
            Id = id,
            ProjectId = await db.Projects.Select(p => p.Id).SingleAsync(),
            PartnerId = partner.Id,
            Slug = Slug,
            Title = "Meals",
            Summary = "Meals for a ward.",
            Kind = CampaignKind.Meals,
            CurrencyCode = "EUR",
            FeeBearer = FeeBearer.Recipient,
            LaunchedAt = now,
            Totals = new CampaignTotals { CampaignId = id },
        };
        campaign.MoveTo(CampaignStatus.InReview, now, "test");
        campaign.MoveTo(CampaignStatus.Live, now, "test");
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var cook = new MealPartner
        {
            Id = Guid.CreateVersion7(),
            CampaignId = id,
            PartnerId = partner.Id,
            Words = "Soup",
            Language = "en",
            City = "Brussels",
            Per = CapacityPer.Day,
            Capacity = places,
            // One day a week, and one week ahead: one slot, also over midnight.
            Days = (OpenDays)(1 << (((int)today.AddDays(3).DayOfWeek + 6) % 7)),
            AppliedAt = now,
        };
        cook.MoveTo(MealPartnerStatus.Accepted);
        var ward = new CareSite
        {
            Id = Guid.CreateVersion7(),
            CampaignId = id,
            Name = "Saint Mary",
            Ward = "Emergency",
            Street = "1 Hospital Street",
            PostalCode = "1000",
            City = "Brussels",
            Contact = "Head nurse",
            ContactEmail = "ward@mail.example",
            Language = "en",
        };
        db.AddRange(campaign, new MealProgramme { CampaignId = id, UnitMinor = 1000, Rule = UndeliveredRule.Refund, DeliverBy = today.AddDays(60), WeeksAhead = 1 }, cook, ward);
        var person = PersonOf(now);
        db.AddRange(person, new Membership { OrganisationId = partner.OrganisationId, PersonId = person.Id, Role = OrganisationRole.Assistant, Since = now });
        await db.SaveChangesAsync();
        return (cook.Id, ward.Id);
    }

    private static Person PersonOf(DateTimeOffset now)
    {
        var person = Person.New(Email, "A cook", "en", now);
        (person.NormalizedEmail, person.NormalizedUserName, person.EmailConfirmed) = (Email.ToUpperInvariant(), person.UserName!.ToUpperInvariant(), true);
        person.SecurityStamp = Guid.NewGuid().ToString("N");
        person.PasswordHash = new PasswordHasher<Person>(Options.Create(new PasswordHasherOptions())).HashPassword(person, Password);
        return person;
    }
}
