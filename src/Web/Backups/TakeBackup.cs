using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Solidarity.Database.Sqlite;
using Solidarity.Domain;
using Solidarity.Web.Pictures;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Backups;

/// <summary>
/// Writes an archive of the site while it runs: the database as of one moment, then the files, so that every picture the database names is there unless it
/// was taken away meanwhile. It appears under its name when it is whole.
/// </summary>
public sealed class TakeBackup(SolidarityDb db, Settings settings, TimeProvider clock)
{
    /// <param name="file">Where nothing is yet.</param>
    /// <param name="filesOnly">Leaves the database out: a server's own tools back it up, before this.</param>
    /// <exception cref="BackupTrouble">It cannot be done.</exception>
    public async Task<Manifest> RunAsync(string file, bool filesOnly, CancellationToken cancel)
    {
        file = Path.GetFullPath(file);
        var sqlite = settings.Database.Provider == DatabaseProvider.Sqlite;
        if (!sqlite && !filesOnly)
            throw new BackupTrouble($"cannot hold the database: {settings.Database.Provider} is backed up by its own tools (docs/operating.md), and the files by 'backup FILE --files-only'.");
        if (File.Exists(file))
            throw new BackupTrouble("is there already: name another.");
        if (!Directory.Exists(Path.GetDirectoryName(file)))
            throw new BackupTrouble("lies in a folder that does not exist.");
        var unfinished = file + ".unfinished";
        if (Directory.Exists(unfinished))
            throw new BackupTrouble($"is being written by another process; if there is none, one was killed: remove '{unfinished}'.");
        // What comes to lie here is for its owner alone, as the data itself.
        PrivateFolder.Create(unfinished);
        try
        {
            var (manifest, archive) = await WriteAsync(unfinished, filesOnly, cancel);
            File.Move(archive, file);
            return manifest;
        }
        finally
        {
            Directory.Delete(unfinished, recursive: true);
        }
    }

    private async Task<(Manifest Manifest, string Archive)> WriteAsync(string folder, bool filesOnly, CancellationToken cancel)
    {
        var (archive, parts, takenAt) = (Path.Combine(folder, "archive"), new List<Part>(), clock.GetUtcNow());
        var migrations = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        await using var stream = PrivateFolder.NewFile(archive);
        await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (!filesOnly)
            {
                var copy = Path.Combine(folder, "database");
                SqliteFiles.CopyTo(settings.Database.ConnectionString, copy);
                if (SqliteFiles.Fault(copy) is { } fault)
                    throw new BackupTrouble($"was not written: SQLite finds a fault in the database: {fault}");
                await AddAsync(zip, Manifest.Database, copy, CompressionLevel.Fastest);
            }

            foreach (var (name, path) in Files())
                // Pictures are compressed already.
                await AddAsync(zip, name, path, CompressionLevel.NoCompression);
            var manifest = new Manifest(Manifest.Newest, ThisProgram.Version, takenAt, settings.Database.Provider.ToString(), migrations, parts);
            await using (var entry = await zip.CreateEntry(Manifest.FileName, CompressionLevel.Fastest).OpenAsync(cancel))
                await manifest.WriteAsync(entry, cancel);
            await zip.DisposeAsync();
            // On the disk before its name is.
            stream.Flush(flushToDisk: true);
            return (manifest, archive);
        }

        async Task AddAsync(ZipArchive zip, string name, string path, CompressionLevel level)
        {
            FileStream source;
            try
            {
                source = File.OpenRead(path);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                // Taken away since the database was copied.
                return;
            }

            await using (source)
            {
                await using var entry = await zip.CreateEntry(name, level).OpenAsync(cancel);
                var (bytes, sha256) = await source.CopyHashedAsync(entry, cancel);
                parts.Add(new Part(name, bytes, sha256));
            }
        }
    }

    private IEnumerable<(string Name, string Path)> Files() =>
        // Keys of before lie open in their files; the database has them, encrypted.
        from folder in Manifest.Folders.Where(f => f != Manifest.Keys || settings.SealingSecret is null).Select(f => Path.Combine(settings.Data, f))
        where Directory.Exists(folder)
        from path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(settings.Data, path).Replace(Path.DirectorySeparatorChar, '/')
        where !name.StartsWith($"pictures/{PictureFolder.Unfinished}/", StringComparison.Ordinal)
        orderby name
        select (name, path);
}
