using System.Globalization;
using System.Xml.Linq;
using Solidarity.Browser.Tests.Running;
using Solidarity.Domain;

namespace Solidarity.Browser.Tests.Words;

/// <summary>What the site says, out of its own texts: a test reads the words that a reader of that language does.</summary>
internal sealed class SiteWords(string language)
{
    private readonly Dictionary<string, Dictionary<string, string>> _topics = [];

    public CultureInfo Culture => Languages.CultureOf(language);

    /// <param name="key">"Topic.Key".</param>
    public string this[string key, params object[] pieces]
    {
        get
        {
            var (topic, name) = (key[..key.IndexOf('.', StringComparison.Ordinal)], key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            var text = Topic(topic)[name];
            return Plain(pieces.Length == 0 ? text : string.Format(Culture, text, pieces));
        }
    }

    /// <summary>"€12.50", "12,50 €".</summary>
    public string Money(long minor) => Plain(MoneyText.Format(new Money(minor, Currency.Of("EUR")), Culture));

    /// <summary>Names of texts that are no text of their own in this language: seen on a page, a text is missing.</summary>
    public IEnumerable<string> BareKeys()
    {
        var topics = Directory.EnumerateFiles(Sources.Folder("src", "Web", "Texts"), "*.resx").Select(file => Path.GetFileName(file).Split('.')[0]).Distinct();
        var all = topics.Select(Topic).ToList();
        var said = all.SelectMany(t => t.Values).ToHashSet();
        return all.SelectMany(t => t.Keys).Distinct().Where(key => !said.Contains(key));
    }

    /// <summary>The browser's driver reads every space on a page as a common one.</summary>
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Dictionary<string, string> Topic(string topic)
    {
        if (_topics.TryGetValue(topic, out var known))
            return known;
        var file = language == Languages.Default ? $"{topic}.resx" : $"{topic}.{language}.resx";
        var folder = topic is "Letters" or "MealMails" || topic.EndsWith("Mail", StringComparison.Ordinal) ? "Jobs" : "Web";
        return _topics[topic] = XDocument.Load(Sources.Folder("src", folder, "Texts", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);
    }
}
