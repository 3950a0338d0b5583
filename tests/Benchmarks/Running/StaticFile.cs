using System.Globalization;
using System.Text.Json.Nodes;

namespace Solidarity.Benchmarks.Running;

/// <summary>Puts one more file among those that the published site serves: its list is made when it is published, so the file is added to the list.</summary>
internal static class StaticFile
{
    public const string Path = "/bench/page.html";

    public static void Put(string site, byte[] content)
    {
        var name = Path[1..];
        var file = System.IO.Path.Combine(site, "wwwroot", name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);

        var listed = System.IO.Path.Combine(site, "Solidarity.Web.staticwebassets.endpoints.json");
        var list = JsonNode.Parse(File.ReadAllText(listed))!;
        var endpoints = list["Endpoints"]!.AsArray();
        foreach (var before in endpoints.Where(e => (string?)e!["Route"] == name).ToList())
            endpoints.Remove(before);
        endpoints.Add(new JsonObject
        {
            ["Route"] = name,
            ["AssetFile"] = name,
            ["Selectors"] = new JsonArray(),
            ["ResponseHeaders"] = new JsonArray(
                Header("Content-Length", content.Length.ToString(CultureInfo.InvariantCulture)), Header("Content-Type", "text/html; charset=utf-8"),
                Header("ETag", "\"bench\""), Header("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT"), Header("Cache-Control", "no-cache")),
            ["EndpointProperties"] = new JsonArray(),
        });
        File.WriteAllText(listed, list.ToJsonString());
    }

    private static JsonObject Header(string name, string value) => new() { ["Name"] = name, ["Value"] = value };
}
