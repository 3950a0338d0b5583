namespace Solidarity.Domain.Pictures;

/// <summary>A picture that somebody uploaded, as it is shown: several widths of it, each a WebP file without metadata. It never changes.</summary>
public class Picture
{
    public const int LongestAlt = 500;

    public required Guid Id { get; init; }

    /// <summary>The secret of /pictures/{token}/{width}.webp, and the name of its folder.</summary>
    public required string Token { get; init; }

    /// <summary>Whose it is; null for the platform's own.</summary>
    public Guid? OrganisationId { get; init; }

    public Guid? UploadedById { get; init; }

    /// <summary>What it shows, for those who cannot see it.</summary>
    public required string Alt { get; set; }

    /// <summary>Of the widest file, in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Of the widest file, in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Of all files together.</summary>
    public required long Bytes { get; init; }

    /// <summary>Of the files, in pixels, from narrow to wide: "320,640,1280".</summary>
    public required string Widths { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
