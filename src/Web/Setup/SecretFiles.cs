namespace Solidarity.Web.Setup;

/// <summary>
/// Settings that lie in files instead of the environment, where every process of the same user, and many a report of a crash, shows them: a file a
/// setting in systemd's credentials and in /run/secrets, and any key whose name ends in _FILE, which names a file with the value of the key before it.
/// </summary>
internal static class SecretFiles
{
    private const string Suffix = "_FILE";

    /// <summary>Set by systemd for units with LoadCredential (systemd.exec(5)).</summary>
    private const string Credentials = "CREDENTIALS_DIRECTORY";

    /// <summary>What systemd puts before each name where LoadCredential=solidarity:FOLDER names a whole folder.</summary>
    private const string Folder = "solidarity_";

    /// <summary>Where container engines put secrets.</summary>
    private const string Secrets = "/run/secrets";

    /// <summary>No secret is longer; somebody who names a wrong file should hear of it.</summary>
    private const long Largest = 64 * 1024;

    /// <summary>The configuration with what lies in files over it.</summary>
    /// <exception cref="SettingWrong">A file cannot be read, or a key is given twice. Names the key and the file, never what is in it.</exception>
    public static IConfiguration Over(IConfiguration config) => Over(config, [config[Credentials], Secrets]);

    internal static IConfiguration Over(IConfiguration config, IEnumerable<string?> folders)
    {
        var found = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder!)))
        {
            // The separator of keys in names that may hold no colon, as in the environment. Others lie there for other programs.
            var name = Path.GetFileName(file);
            var key = (name.StartsWith(Folder, StringComparison.Ordinal) ? name[Folder.Length..] : name).Replace("__", ":", StringComparison.Ordinal);
            if (key.Contains(':', StringComparison.Ordinal))
                Add(key, file);
        }

        foreach (var (name, file) in config.AsEnumerable().Where(s => s.Key.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) && s.Key.Contains(':', StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(s.Value)))
            Add(name[..^Suffix.Length], file!);
        return found.Count == 0 ? config : new ConfigurationBuilder().AddConfiguration(config).AddInMemoryCollection(found).Build();

        void Add(string key, string file)
        {
            // Which of two is meant nobody can know.
            if (!string.IsNullOrWhiteSpace(config[key]) || !found.TryAdd(key, Read(key, file)))
                throw new SettingWrong(key, $"is given twice, once of them in the file '{file}': take one away.");
        }
    }

    private static string Read(string key, string file)
    {
        try
        {
            if (new FileInfo(file).Length > Largest)
                throw new SettingWrong(key, $"is to be read from the file '{file}', which is too large for it.");
            return File.ReadAllText(file).Trim() is { Length: > 0 } value ? value : throw new SettingWrong(key, $"is to be read from the file '{file}', which is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingWrong(key, $"is to be read from the file '{file}', which cannot be read ({e.GetType().Name}).");
        }
    }
}
