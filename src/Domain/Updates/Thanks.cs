namespace Solidarity.Domain.Updates;

/// <summary>A project thanks one giver, or everybody whose gift was not thanked for before.</summary>
public class Thanks
{
    public const int LongestWords = 2000;

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid ById { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Words { get; init; }

    /// <summary>The gift; null for everybody who gave until then.</summary>
    public Guid? DonationLineId { get; init; }
}
