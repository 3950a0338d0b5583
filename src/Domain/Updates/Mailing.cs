namespace Solidarity.Domain.Updates;

public enum MailingKind
{
    /// <summary>Subject: an update.</summary>
    Update,
    /// <summary>Subject: a thanks.</summary>
    Thanks,
    /// <summary>Subject: a delivery of meals. To the ward: they come, or came.</summary>
    MealsComing,
    /// <summary>Subject: a delivery of meals. To the ward, which has not said what arrived.</summary>
    MealsAwaited,
    /// <summary>Subject: a delivery of meals. To who gave them.</summary>
    MealsDelivered,
    /// <summary>Subject: the thanks of a ward. To who gave the meals.</summary>
    MealThanks,
}

/// <summary>Why a planned mail was not sent after all.</summary>
public enum SkipReason
{
    /// <summary>The address does not exist.</summary>
    Bounced,
    /// <summary>Its owner has chosen otherwise since it was planned.</summary>
    NotWanted,
    /// <summary>What it would have told is no longer shown.</summary>
    Withdrawn,
}

/// <summary>One mail to one address about one subject, planned once and sent once.</summary>
public class Mailing
{
    public required Guid Id { get; init; }

    public required MailingKind Kind { get; init; }

    /// <summary>What it tells of, as its kind says.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>As <see cref="EmailAddress.ToKey"/> writes it; unique for kind and subject.</summary>
    public required string Email { get; init; }

    public string? Name { get; init; }

    public required string Language { get; init; }

    public Guid? FollowId { get; init; }

    /// <summary>The secret in this mail's links: it opens what the mail told, and ends mails of its kind.</summary>
    public required string Token { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }

    public SkipReason? Skipped { get; set; }
}
