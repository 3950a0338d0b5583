using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;
using Solidarity.Domain.People;
using Solidarity.Faults.Running;
using Site = Solidarity.Faults.Running.Site;

namespace Solidarity.Faults.Storms;

/// <summary>A meals programme beside <see cref="OneCampaign"/>: two restaurants that cook every day, two wards, and somebody in each organisation who works there.</summary>
internal sealed record TwoKitchens(Guid[] Cooks, Guid[] Wards)
{
    public const string Slug = "meals";
    public const string Password = "a spoon of everything";

    /// <summary>Organisations by their words in addresses; the first one leads the programme.</summary>
    public static readonly string[] Organisations = ["kitchen", "bistro"];

    public static string EmailOf(string organisation) => $"cook@{organisation}.example";

    public static async Task<TwoKitchens> WriteAsync(Site site, Sandbox sandbox)
    {
        await using var db = site.Database();
        var now = TimeProvider.System.GetUtcNow();
        var first = await db.Partners.SingleAsync();
        var other = new Organisation { Id = Guid.CreateVersion7(), Slug = Organisations[1], Name = "The Bistro", Country = "BE", Email = "bistro@mail.example" };
        var second = new Partner
        {
            Id = Guid.CreateVersion7(),
            OrganisationId = other.Id,
            Name = other.Name,
            StripeAccountId = await sandbox.OnboardAsync(),
            DetailsSubmitted = true,
            TransfersActive = true,
            PayoutsEnabled = true,
        };
        var campaign = CampaignOf(await db.Projects.Select(p => p.Id).SingleAsync(), first.Id, now);
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        db.AddRange(other, second, campaign, new MealProgramme { CampaignId = campaign.Id, UnitMinor = 1000, Rule = UndeliveredRule.Refund, DeliverBy = day.AddDays(60), WeeksAhead = 8 });
        MealPartner[] cooks = [CookOf(campaign.Id, first.Id, 10_000, now), CookOf(campaign.Id, second.Id, 3, now)];
        CareSite[] wards = [WardOf(campaign.Id, "Emergency"), WardOf(campaign.Id, "Surgery")];
        db.AddRange(cooks);
        db.AddRange(wards);
        db.AddRange(Work(Organisations[0], first.OrganisationId, OrganisationRole.Editor, now));
        db.AddRange(Work(Organisations[1], other.Id, OrganisationRole.Assistant, now));
        await db.SaveChangesAsync();
        return new([.. cooks.Select(c => c.Id)], [.. wards.Select(w => w.Id)]);
    }

    private static Campaign CampaignOf(Guid project, Guid partner, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        var campaign = new Campaign
        {
            Id = id,
            ProjectId = project,
            PartnerId = partner,
            Slug = Slug,
            Title = "Meals",
            Summary = "Meals for two wards.",
            Kind = CampaignKind.Meals,
            CurrencyCode = "EUR",
            FeeBearer = FeeBearer.Recipient,
            LaunchedAt = now,
            Totals = new CampaignTotals { CampaignId = id },
        };
        campaign.MoveTo(CampaignStatus.InReview, now, "test");
        campaign.MoveTo(CampaignStatus.Live, now, "test");
        return campaign;
    }

    private static MealPartner CookOf(Guid campaign, Guid partner, int capacity, DateTimeOffset now)
    {
        var cook = new MealPartner
        {
            Id = Guid.CreateVersion7(),
            CampaignId = campaign,
            PartnerId = partner,
            Words = "Soup",
            Language = "en",
            City = "Brussels",
            Per = CapacityPer.Day,
            Capacity = capacity,
            Days = (OpenDays)127,
            AppliedAt = now,
        };
        cook.MoveTo(MealPartnerStatus.Accepted);
        return cook;
    }

    private static CareSite WardOf(Guid campaign, string ward) => new()
    {
        Id = Guid.CreateVersion7(),
        CampaignId = campaign,
        Name = "Saint Mary",
        Ward = ward,
        Street = "1 Hospital Street",
        PostalCode = "1000",
        City = "Brussels",
        Contact = "Head nurse",
        ContactEmail = $"{ward.ToLowerInvariant()}@ward.example",
        Language = "en",
    };

    private static object[] Work(string organisation, Guid organisationId, OrganisationRole role, DateTimeOffset now)
    {
        var email = EmailOf(organisation);
        var person = Person.New(email, "A cook", "en", now);
        (person.NormalizedEmail, person.NormalizedUserName, person.EmailConfirmed) = (email.ToUpperInvariant(), person.UserName!.ToUpperInvariant(), true);
        person.SecurityStamp = UnguessableToken.Create();
        person.PasswordHash = new PasswordHasher<Person>(Options.Create(new PasswordHasherOptions())).HashPassword(person, Password);
        return [person, new Membership { OrganisationId = organisationId, PersonId = person.Id, Role = role, Since = now }];
    }
}
