using System.Globalization;
using System.Net;

namespace Solidarity.Web.Setup;

/// <summary>A setting is missing or wrong; the message names its key.</summary>
public sealed class SettingWrong : Exception
{
    public SettingWrong(string key, string what)
        : base($"{key} {what}")
    {
    }

    public SettingWrong(string sentence)
        : base(sentence)
    {
    }
}

/// <summary>Reads settings and refuses wrong ones by name.</summary>
internal sealed class ConfigReader(IConfiguration config)
{
    public string? Optional(string key) => string.IsNullOrWhiteSpace(config[key]) ? null : config[key]!.Trim();

    public string Text(string key, string? otherwise = null) => Optional(key) ?? otherwise ?? throw new SettingWrong(key, "is missing.");

    public Uri? OptionalAddress(string key) => Optional(key) is null ? null : Address(key, null);

    public Uri Address(string key, string? otherwise)
    {
        var text = Text(key, otherwise);
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new SettingWrong(key, $"must be an address that begins with http:// or https://, not '{text}'.");
    }

    public bool Flag(string key, bool otherwise) => Optional(key)?.ToUpperInvariant() switch
    {
        null => otherwise,
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        var other => throw new SettingWrong(key, $"must be true or false, not '{other}'."),
    };

    public int Number(string key, int otherwise, int least, int most)
    {
        if (Optional(key) is not { } text)
            return otherwise;
        return int.TryParse(text, least < 0 ? NumberStyles.AllowLeadingSign : NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SettingWrong(key, $"must be a whole number from {least} to {most}, not '{text}'.");
    }

    public T Choice<T>(string key, T otherwise)
        where T : struct, Enum
    {
        if (Optional(key) is not { } text)
            return otherwise;
        return Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice)
            ? choice
            : throw new SettingWrong(key, $"must be one of {string.Join(", ", Enum.GetNames<T>())}, not '{text}'.");
    }

    /// <summary>Networks such as 10.0.0.0/8, separated by commas.</summary>
    public IReadOnlyList<IPNetwork> Networks(string key) =>
        [.. (Optional(key) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(text =>
            IPNetwork.TryParse(text, out var network) ? network : throw new SettingWrong(key, $"must be networks such as 10.0.0.0/8, not '{text}'."))];

    public string TimeZone(string key, string otherwise)
    {
        var name = Text(key, otherwise);
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out _) ? name : throw new SettingWrong(key, $"must be a time zone such as Europe/Brussels, not '{name}'.");
    }
}
