namespace Solidarity.Domain.Meals;

/// <summary>A care site as typed.</summary>
public sealed record CareSiteWords(string? Name, string? Ward, string? Street, string? PostalCode, string? City, string? Contact, string? ContactEmail, string? ContactPhone, string? Language)
{
    public const int Longest = 200;
    private const int LongestPostalCode = 20;
    private const int LongestPhone = 40;

    /// <summary>Cleaned; what is wrong is added to <paramref name="asked"/>.</summary>
    internal CareSiteWords Check(FormWords asked)
    {
        asked.That(Languages.Speaks(Language), Reason.LanguageUnknown, "language");
        return new CareSiteWords(
            asked.Line(Name, "name", Longest),
            asked.Line(Ward, "ward", Longest),
            asked.Line(Street, "street", Longest),
            asked.Line(PostalCode, "postalCode", LongestPostalCode),
            asked.Line(City, "city", Longest),
            asked.Line(Contact, "contact", Longest),
            asked.Email(ContactEmail, "contactEmail"),
            asked.LineOrNone(ContactPhone, "contactPhone", LongestPhone),
            Language);
    }

    internal void WriteTo(CareSite site)
    {
        (site.Name, site.Ward, site.Street, site.PostalCode, site.City) = (Name!, Ward!, Street!, PostalCode!, City!);
        (site.Contact, site.ContactEmail, site.ContactPhone, site.Language) = (Contact!, ContactEmail!, ContactPhone, Language!);
    }
}
