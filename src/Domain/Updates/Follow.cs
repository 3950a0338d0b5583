namespace Solidarity.Domain.Updates;

/// <summary>How somebody came to follow a project.</summary>
public enum FollowSource
{
    /// <summary>By the form, confirmed by a link sent to the address.</summary>
    Form,
    /// <summary>Asked for with a gift, and begun when it was paid.</summary>
    Gift,
}

/// <summary>One address wants one project's updates. One row for each pair, whatever comes and goes.</summary>
public class Follow
{
    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    /// <summary>As <see cref="EmailAddress.ToKey"/> writes it.</summary>
    public required string Email { get; init; }

    /// <summary>The secret of the link that confirms it.</summary>
    public required string Token { get; init; }

    /// <summary>Of the mails' own words.</summary>
    public required string Language { get; set; }

    public required FollowSource Source { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until the address has said yes: nothing is mailed to it before.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public bool IsActive => ConfirmedAt is not null && EndedAt is null;
}

public static class ActiveFollows
{
    /// <summary>Those that were said yes to and not ended: <see cref="Follow.IsActive"/> for queries.</summary>
    public static IQueryable<Follow> Active(this IQueryable<Follow> follows) => follows.Where(f => f.ConfirmedAt != null && f.EndedAt == null);
}
