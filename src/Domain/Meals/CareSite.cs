namespace Solidarity.Domain.Meals;

/// <summary>Where meals are brought: a hospital's ward, a home, a fire station.</summary>
public class CareSite
{
    public required Guid Id { get; init; }

    public required Guid CampaignId { get; init; }

    /// <summary>The hospital's name.</summary>
    public required string Name { get; set; }

    public required string Ward { get; set; }

    public required string Street { get; set; }

    public required string PostalCode { get; set; }

    public required string City { get; set; }

    /// <summary>Who takes the meals in; for the slip alone.</summary>
    public required string Contact { get; set; }

    /// <summary>Gets the link by which what arrived is confirmed.</summary>
    public required string ContactEmail { get; set; }

    public string? ContactPhone { get; set; }

    /// <summary>The language in which the ward is written to.</summary>
    public required string Language { get; set; }

    /// <summary>No new meals for it; what is paid still comes.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public Guid Version { get; set; }

    public bool IsOpen => ClosedAt is null;
}
