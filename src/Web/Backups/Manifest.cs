using System.Text.Json;

namespace Solidarity.Web.Backups;

/// <summary>What is in an archive, as its manifest.json says. Everything there is named in it, and nothing else is believed.</summary>
/// <param name="Format">How the archive is made: <see cref="Newest"/>.</param>
/// <param name="Program">The version that made it.</param>
/// <param name="TakenAt">The moment that the database is of.</param>
/// <param name="Provider">Of the database that was backed up, in the archive or not.</param>
/// <param name="Migrations">That the database had, the oldest first: its schema.</param>
/// <param name="Parts">Every file but the manifest.</param>
public sealed record Manifest(int Format, string Program, DateTimeOffset TakenAt, string Provider, IReadOnlyList<string> Migrations, IReadOnlyList<Part> Parts)
{
    public const int Newest = 1;

    /// <summary>Its own name in the archive.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The database's name in the archive.</summary>
    public const string Database = "solidarity.db";

    /// <summary>Where the keys lay before they came into the database.</summary>
    public const string Keys = "keys";

    /// <summary>Folders below SOLIDARITY_DATA that belong to the site's memory: pictures, and the sealing keys of before they lay in the database.</summary>
    public static IReadOnlyList<string> Folders { get; } = ["pictures", Keys];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string? Schema => Migrations.Count == 0 ? null : Migrations[^1];

    public bool HasDatabase => Parts.Any(p => p.Path == Database);

    public Task WriteAsync(Stream to, CancellationToken cancel) => JsonSerializer.SerializeAsync(to, this, Json, cancel);

    /// <exception cref="BackupTrouble">It cannot be read, or is of a format that this program does not know.</exception>
    public static async Task<Manifest> ReadAsync(Stream from, CancellationToken cancel)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(from, default, cancel);
            // Asked first: a later format may say everything else in other words.
            if (!document.RootElement.TryGetProperty("format", out var format) || !format.TryGetInt32(out var number))
                throw new BackupTrouble("is no archive of this program: its manifest names no format.");
            if (number != Newest)
                throw new BackupTrouble($"has format {number}, and this program knows format {Newest}: restore it with the version that made it, or a later one.");
            var manifest = document.Deserialize<Manifest>(Json)!;
            return manifest is { Parts: not null, Migrations: not null, Provider: not null } ? manifest : throw new BackupTrouble("has a manifest with parts missing.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new BackupTrouble("has a manifest that cannot be read.");
        }
    }
}

/// <summary>A file in the archive.</summary>
/// <param name="Path">Below SOLIDARITY_DATA, with slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">In small hexadecimal digits.</param>
public sealed record Part(string Path, long Bytes, string Sha256)
{
    /// <summary>Nothing but the database and files in the known folders, and no way out of them.</summary>
    public bool IsPlain => Path == Manifest.Database
        || (Manifest.Folders.Any(f => Path.StartsWith(f + '/', StringComparison.Ordinal))
            && Path.Split('/').All(word => word.Length > 0 && word is not ("." or "..") && !word.Contains('\\', StringComparison.Ordinal) && !word.Contains('\0', StringComparison.Ordinal)));
}

/// <summary>A backup or restore that cannot be done; the message is a sentence without its beginning, which names the archive.</summary>
public sealed class BackupTrouble(string what) : Exception(what);
