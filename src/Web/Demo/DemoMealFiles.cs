using Solidarity.Domain.Meals;

namespace Solidarity.Web.Demo;

/// <param name="VatRate">In hundredths of a percent.</param>
internal sealed record DemoRestaurant(
    string Slug, string Name, string City, string Street, string PostalCode, string Email, string Language, string Words, string Allergens, CapacityPer Per, int Capacity, int Days,
    string? VatNumber = null, int? VatRate = null);

internal sealed record DemoSite(string Name, string Ward, string Street, string PostalCode, string City, string Contact, string Email, string Language);

/// <param name="Project">Slug of the project whose campaign it is.</param>
/// <param name="Unit">Price of a meal, in minor units.</param>
/// <param name="Applicant">Another restaurant, which asked to take part.</param>
/// <param name="Gifts">How many people bought meals.</param>
internal sealed record DemoProgramme(
    string Project, string Slug, string Title, string Summary, int StartedDaysAgo, int DeliverInDays, int WeeksAhead, long Unit, UndeliveredRule Rule,
    DemoRestaurant[] Restaurants, DemoRestaurant Applicant, DemoSite[] Sites, int Gifts, string[] Messages, DemoDedication[] Dedications, DemoThanks[] Thanks);

/// <param name="CardInDays">When the e-card goes, from today; null for none.</param>
internal sealed record DemoDedication(string Honoured, string? Words = null, string? CardEmail = null, int? CardInDays = null, string? CardLanguage = null);

/// <param name="Ward">Who thanks.</param>
internal sealed record DemoThanks(string Ward, string Language, string Words);
