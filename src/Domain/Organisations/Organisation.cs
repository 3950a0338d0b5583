namespace Solidarity.Domain.Organisations;

public enum OrganisationKind { Association, Institution, Company }

/// <summary>An association, institution or company: whoever stands behind projects and partners.</summary>
public class Organisation
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    public OrganisationKind Kind { get; set; }

    /// <summary>ISO 3166-1 alpha-2, such as BE.</summary>
    public required string Country { get; set; }

    public string? Street { get; set; }

    public string? PostalCode { get; set; }

    public string? City { get; set; }

    /// <summary>Number in the country's register of companies or associations, as it writes it.</summary>
    public string? Registration { get; set; }

    public required string Email { get; set; }

    /// <summary>When a moderator checked that it is what it says; null while nobody has.</summary>
    public DateTimeOffset? VerifiedAt { get; set; }
}
