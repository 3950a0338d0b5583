using Solidarity.Domain;
using Solidarity.Domain.Pictures;

namespace Solidarity.Web.Pictures;

/// <summary>
/// Where pictures lie, outside the web root: a folder a picture, named by its token, with a file a width. It appears there whole, by one
/// rename; what is being made lies beside it. A folder whose row was never saved is known to nobody.
/// </summary>
/// <param name="root">{SOLIDARITY_DATA}/pictures.</param>
public sealed class PictureFolder(string root, TimeProvider clock) : IPictureFiles
{
    /// <summary>Of the folder with what is being made.</summary>
    public const string Unfinished = "unfinished";

    /// <summary>Longer than any conversion takes.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>A folder of one's own to work in.</summary>
    public string Begin() => Directory.CreateDirectory(NewName()).FullName;

    /// <summary>A file that is gone when it is closed.</summary>
    public Stream BeginFile() =>
        new FileStream(NewName(), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    /// <summary>The folder's files are the picture's from now on. They are on the disk before their name is.</summary>
    public void Keep(string folder, string token)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }

        Directory.Move(folder, Path.Combine(root, token));
    }

    /// <summary>Where it is still there.</summary>
    public static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            else
                File.Delete(folder);
        }
        catch (DirectoryNotFoundException)
        {
            // Another process was first.
        }
    }

    /// <summary>The file, or null where there is none of that width.</summary>
    /// <param name="token">Already known to hold no separator.</param>
    public FileInfo? Find(string token, int width)
    {
        var file = new FileInfo(Path.Combine(root, token, PictureAddress.FileName(width)));
        return file.Exists ? file : null;
    }

    /// <inheritdoc/>
    public void Forget(string token) => Remove(Path.Combine(root, token));

    /// <inheritdoc/>
    public IEnumerable<string> KeptBefore(DateTimeOffset moment) => new DirectoryInfo(root) is { Exists: true } kept
        ? kept.EnumerateDirectories().Where(f => f.Name != Unfinished && f.LastWriteTimeUtc < moment.UtcDateTime).Select(f => f.Name)
        : [];

    private string NewName()
    {
        var unfinished = Directory.CreateDirectory(Path.Combine(root, Unfinished));
        // What a killed process left.
        foreach (var left in unfinished.EnumerateFileSystemInfos().Where(f => clock.GetUtcNow() - f.LastWriteTimeUtc > Abandoned))
            Remove(left.FullName);
        return Path.Combine(unfinished.FullName, UnguessableToken.Create());
    }
}
