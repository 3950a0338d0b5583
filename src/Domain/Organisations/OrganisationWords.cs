namespace Solidarity.Domain.Organisations;

/// <summary>What an organisation says of itself, as typed.</summary>
public sealed record OrganisationWords(string? Name, OrganisationKind Kind, string? Country, string? Street, string? PostalCode, string? City, string? Registration, string? Email)
{
    public const int Longest = 200;
    private const int LongestPostalCode = 20;
    private const int LongestRegistration = 60;

    /// <summary>Cleaned; what is wrong is added to <paramref name="asked"/>.</summary>
    public OrganisationWords Check(FormWords asked)
    {
        asked.That(Countries.Knows(Country), Reason.CountryUnknown, "country");
        return new OrganisationWords(
            asked.Line(Name, "name", Longest),
            Kind,
            Country,
            asked.LineOrNone(Street, "street", Longest),
            asked.LineOrNone(PostalCode, "postalCode", LongestPostalCode),
            asked.LineOrNone(City, "city", Longest),
            asked.LineOrNone(Registration, "registration", LongestRegistration),
            asked.Email(Email, "email"));
    }

    public void WriteTo(Organisation organisation)
    {
        (organisation.Name, organisation.Kind, organisation.Country, organisation.Email) = (Name!, Kind, Country!, Email!);
        (organisation.Street, organisation.PostalCode, organisation.City, organisation.Registration) = (Street, PostalCode, City, Registration);
    }
}
