using System.Globalization;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Solidarity.Database.Sqlite;
using Solidarity.Domain;
using Solidarity.Domain.Ledger;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Backups;

/// <summary>What a restore did.</summary>
/// <param name="Migrated">Migrations that the database lacked and has now.</param>
/// <param name="Ledger">What the check of the restored books found; null where the archive has no database.</param>
/// <param name="Aside">Where what was there before lies now, or null.</param>
public sealed record Restored(Manifest Manifest, IReadOnlyList<string> Migrated, LedgerReport? Ledger, string? Aside);

/// <summary>
/// Puts an archive in the place of nothing, or, when told so, of what is there, which is moved aside. Everything is unpacked and checked beside its place
/// first: until then nothing has changed.
/// </summary>
public sealed class RestoreBackup(Settings settings, TimeProvider clock)
{
    private string Database => SqliteFiles.PathOf(settings.Database.ConnectionString);

    private bool IsSqlite => settings.Database.Provider == DatabaseProvider.Sqlite;

    /// <param name="over">Whether what is there may be moved aside.</param>
    /// <exception cref="BackupTrouble">The archive is unknown or damaged, or the place is taken or in use.</exception>
    public async Task<Restored> RunAsync(string file, bool over, CancellationToken cancel)
    {
        if (!File.Exists(file))
            throw new BackupTrouble("is not there.");
        RefuseTaken(over);
        var unpacked = Path.Combine(settings.Data, $"restoring-{Guid.CreateVersion7(clock.GetUtcNow()):N}");
        PrivateFolder.Create(unpacked);
        try
        {
            var manifest = await UnpackAsync(file, unpacked, cancel);
            var (migrated, ledger) = manifest.HasDatabase ? await CheckAsync(Path.Combine(unpacked, Manifest.Database), manifest, cancel) : ([], null);
            return new Restored(manifest, migrated, ledger, PutInPlace(unpacked, manifest));
        }
        catch (InvalidDataException)
        {
            throw new BackupTrouble("is damaged, or no archive of this program.");
        }
        finally
        {
            Directory.Delete(unpacked, recursive: true);
        }
    }

    /// <summary>Files and folders of this site that an archive would take the place of.</summary>
    private IEnumerable<string> Taken() => Manifest.Folders.Select(f => Path.Combine(settings.Data, f)).Where(f => Directory.Exists(f) && Directory.EnumerateFileSystemEntries(f).Any())
        .Concat(IsSqlite ? new[] { Database, Database + "-wal", Database + "-shm" }.Where(File.Exists) : []);

    private void RefuseTaken(bool over)
    {
        var taken = Taken().ToList();
        if (taken.Count > 0 && !over)
            throw new BackupTrouble($"was not restored: '{taken[0]}' is there already. With --over, what is there is moved aside first.");
        if (IsSqlite && File.Exists(Database) && SqliteFiles.IsInUse(Database))
            throw new BackupTrouble($"was not restored: a process has '{Database}' open. Stop the site first.");
    }

    private async Task<Manifest> UnpackAsync(string file, string folder, CancellationToken cancel)
    {
        await using var zip = await ZipFile.OpenReadAsync(file, cancel);
        var entry = zip.GetEntry(Manifest.FileName) ?? throw new BackupTrouble("is no archive of this program: it has no manifest.");
        Manifest manifest;
        await using (var stream = await entry.OpenAsync(cancel))
            manifest = await Manifest.ReadAsync(stream, cancel);
        if (manifest.HasDatabase && !IsSqlite)
            throw new BackupTrouble($"holds a SQLite file, and Database:Provider is {settings.Database.Provider}.");
        if (manifest.Parts.FirstOrDefault(p => !p.IsPlain) is { } odd)
            throw new BackupTrouble($"names a file that no archive of this program has: '{odd.Path}'.");
        var named = manifest.Parts.Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        if (named.Count != manifest.Parts.Count || zip.Entries.Count != named.Count + 1 || zip.Entries.Any(e => e.FullName != Manifest.FileName && !named.Contains(e.FullName)))
            throw new BackupTrouble("is damaged: it holds other files than its manifest names.");
        foreach (var part in manifest.Parts)
            await UnpackAsync(zip.GetEntry(part.Path)!, part, Path.Combine(folder, part.Path), cancel);
        return manifest;
    }

    private static async Task UnpackAsync(ZipArchiveEntry entry, Part part, string to, CancellationToken cancel)
    {
        PrivateFolder.Create(Path.GetDirectoryName(to)!);
        await using var target = PrivateFolder.NewFile(to);
        await using var source = await entry.OpenAsync(cancel);
        if (await source.CopyHashedAsync(target, cancel) != (part.Bytes, part.Sha256))
            throw new BackupTrouble($"is damaged: '{part.Path}' is not what the manifest says.");
        target.Flush(flushToDisk: true);
    }

    /// <summary>Before it takes its place: the file is whole, and this program knows its schema. Whether the books agree is told, and stops nothing: they did not when the archive was taken.</summary>
    private static async Task<(List<string> Migrated, LedgerReport Ledger)> CheckAsync(string path, Manifest manifest, CancellationToken cancel)
    {
        if (SqliteFiles.Fault(path) is { } fault)
            throw new BackupTrouble($"holds a database that SQLite finds a fault in: {fault}");
        var options = new DbContextOptionsBuilder<SolidarityDb>();
        options.UseSolidaritySqlite($"Data Source={path};Pooling=False");
        await using var db = new SolidarityDb(options.Options);
        var unknown = manifest.Migrations.Except(db.Database.GetMigrations(), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            throw new BackupTrouble($"is of a newer program: this one does not know {string.Join(", ", unknown)}.");
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        await db.Database.MigrateAsync(cancel);
        var ledger = await new VerifyLedger(db).RunAsync(cancel);
        return (pending, ledger);
    }

    private string? PutInPlace(string unpacked, Manifest manifest)
    {
        var taken = Taken().ToList();
        string? aside = null;
        if (taken.Count > 0)
        {
            aside = Path.Combine(settings.Data, $"before-restore-{clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}");
            PrivateFolder.Create(aside);
            foreach (var path in taken.Where(p => manifest.HasDatabase || Directory.Exists(p)))
                Move(path, Path.Combine(aside, Path.GetFileName(path)));
        }

        foreach (var folder in Manifest.Folders.Where(f => Directory.Exists(Path.Combine(unpacked, f))))
        {
            // One that is there is empty.
            var place = Path.Combine(settings.Data, folder);
            if (Directory.Exists(place))
                Directory.Delete(place);
            Directory.Move(Path.Combine(unpacked, folder), place);
        }

        // The last: a restore that was killed before has no database, and is seen to be none.
        if (manifest.HasDatabase)
            Move(Path.Combine(unpacked, Manifest.Database), Database);
        return aside;
    }

    private static void Move(string from, string to)
    {
        if (Directory.Exists(from))
            Directory.Move(from, to);
        else
            File.Move(from, to);
    }
}
