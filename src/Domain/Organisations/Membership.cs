using Solidarity.Domain.People;

namespace Solidarity.Domain.Organisations;

/// <summary>What somebody does in an organisation; what each may do is in <see cref="Rights"/>.</summary>
public enum OrganisationRole
{
    /// <summary>Everything, and who else belongs to it.</summary>
    Owner,

    /// <summary>The words: stories, updates, campaigns.</summary>
    Editor,

    /// <summary>The money.</summary>
    Accountant,

    /// <summary>Drafts, and thanks to givers.</summary>
    Assistant,
}

/// <summary>Somebody belongs to an organisation, in one role.</summary>
public class Membership
{
    public required Guid OrganisationId { get; init; }

    public Organisation Organisation { get; init; } = null!;

    public required Guid PersonId { get; init; }

    public Person Person { get; init; } = null!;

    public required OrganisationRole Role { get; set; }

    public required DateTimeOffset Since { get; init; }
}
