using Solidarity.Domain.Organisations;

namespace Solidarity.Web.Pages.Workspace;

/// <summary>What the form about an organisation sends.</summary>
public sealed class OrganisationFields
{
    public string? Name { get; set; }

    public OrganisationKind Kind { get; set; }

    public string? Country { get; set; } = Countries.Default;

    public string? Street { get; set; }

    public string? PostalCode { get; set; }

    public string? City { get; set; }

    public string? Registration { get; set; }

    public string? Email { get; set; }

    public OrganisationWords Words => new(Name, Kind, Country, Street, PostalCode, City, Registration, Email);

    public static OrganisationFields Of(Organisation organisation) => new()
    {
        Name = organisation.Name,
        Kind = organisation.Kind,
        Country = organisation.Country,
        Street = organisation.Street,
        PostalCode = organisation.PostalCode,
        City = organisation.City,
        Registration = organisation.Registration,
        Email = organisation.Email,
    };
}

/// <summary>A page with the fields of <c>_OrganisationFields</c>.</summary>
public interface IAskForOrganisation
{
    OrganisationFields Fields { get; }
}
