using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Solidarity.StripeSandbox.State;

/// <summary>
/// An append-only file of JSON lines: one line holds every object that one piece of work changed, so that a killed
/// process leaves either all of it or none. It is rewritten without the superseded versions at each start.
/// </summary>
internal sealed class Journal : IDisposable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly string? path;
    private readonly FileStream? owner;
    private FileStream? file;

    public Journal(Settings settings)
    {
        if (settings.DataFolder.Length == 0) return;
        Directory.CreateDirectory(settings.DataFolder);
        path = Path.Combine(settings.DataFolder, "journal.jsonl");
        owner = TakeFolder(settings.DataFolder);
    }

    public Store Load()
    {
        var store = new Store();
        if (path is null) return store;
        foreach (var resource in File.Exists(path) ? LastVersions() : []) store.Put(resource);
        Rewrite(store);
        return store;
    }

    public void Append(IEnumerable<Resource> changed)
    {
        if (file is null) return;
        file.Write([.. JsonSerializer.SerializeToUtf8Bytes(changed, Json), (byte)'\n']);
        file.Flush();
    }

    public void Clear() => file?.SetLength(0);

    public void Dispose()
    {
        file?.Dispose();
        owner?.Dispose();
    }

    /// <summary>Two sandboxes on one journal would each undo what the other wrote.</summary>
    private static FileStream TakeFolder(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new InvalidOperationException($"SANDBOX_DATA: another sandbox uses the folder '{folder}'.", taken);
        }
    }

    private IEnumerable<Resource> LastVersions()
    {
        var order = new List<string>();
        var last = new Dictionary<string, Resource>();
        foreach (var resource in WholeLines().SelectMany(line => JsonSerializer.Deserialize<Resource[]>(line, Json)!))
        {
            if (!last.ContainsKey(resource.Id)) order.Add(resource.Id);
            last[resource.Id] = resource;
        }

        return order.Select(id => last[id]);
    }

    /// <summary>
    /// The lines that were written to their end. A torn last line is what was being written when the process was killed:
    /// nobody was answered yet.
    /// </summary>
    private IEnumerable<string> WholeLines()
    {
        using var reader = new StreamReader(path!);
        while (reader.ReadLine() is { } line)
            if (line.EndsWith(']') || !reader.EndOfStream) yield return line;
    }

    private void Rewrite(Store store)
    {
        var fresh = path + ".new";
        using (var writer = new FileStream(fresh, FileMode.Create))
            foreach (var resource in store.All)
                writer.Write([.. JsonSerializer.SerializeToUtf8Bytes<Resource[]>([resource], Json), (byte)'\n']);
        File.Move(fresh, path!, overwrite: true);
        file = new FileStream(path!, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Seek(0, SeekOrigin.End);
    }
}
