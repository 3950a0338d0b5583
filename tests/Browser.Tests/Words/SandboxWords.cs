using System.Text.Json;
using Solidarity.Browser.Tests.Running;

namespace Solidarity.Browser.Tests.Words;

/// <summary>What the sandbox's payment page says.</summary>
internal sealed class SandboxWords(string language)
{
    private readonly Dictionary<string, string> _texts =
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Sources.Folder("src", "StripeSandbox", "Pages", "Texts", language + ".json")))!;

    public string this[string key] => _texts[key];
}
