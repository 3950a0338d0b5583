using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Solidarity.App.Tests.Site;

namespace Solidarity.App.Tests.Hostile;

/// <summary>A request made by chance: for an address of the application, by somebody, with something wrong in it, or nothing.</summary>
/// <param name="Whole">False: it is cut off.</param>
/// <param name="Tame">Sent as a browser would: the site itself must answer, not its server.</param>
internal sealed partial record HostileRequest(string Method, string Line, byte[] Bytes, bool Whole, bool Tame)
{
    private const string Form = "application/x-www-form-urlencoded";

    public static HostileRequest Make(Dice dice, HostileTarget target, HostileCaller caller, HostileCallers known, Uri site)
    {
        if (dice.Chance(0.02))
            return Wire(dice, site);
        var method = dice.Chance(0.06) ? dice.Of(HostileWords.Methods) : target.Method;
        var path = Path(dice, target.Route, known);
        var (headers, body, broken) = method is "GET" or "HEAD" && dice.Chance(0.97) ? ([], [], false) : Body(dice, target, caller, known);
        var query = Query(dice, target, method == "GET");
        var line = $"/{path}{query}";
        var (names, tame) = Odd(dice, headers);
        names.TryAdd("Host", site.Authority);
        names.TryAdd("X-Forwarded-For", dice.Chance(0.02) ? dice.Of<string>(["unknown", "1.2.3.4, 5.6.7.8", "::1", "999.1.1.1", "[2001:db8::1]:80", ","]) : $"10.{dice.Next(256)}.{dice.Next(256)}.{dice.Next(256)}");
        names.TryAdd("Cookie", caller.Cookies);
        names.TryAdd("Accept-Language", "en");
        if (body.Length > 0 || method is not ("GET" or "HEAD"))
            names.TryAdd("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture));
        var head = new StringBuilder().Append(method).Append(' ').Append(line).Append(" HTTP/1.1\r\n");
        foreach (var (name, value) in names.Where(n => n.Value.Length > 0 || n.Key == "Host"))
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        head.Append("\r\n");
        return new(method, $"{method} {line}", [.. Encoding.Latin1.GetBytes(head.ToString()), .. body], !broken, tame && !broken && line.Length < 4000 && !line.Any(char.IsControl));
    }

    private static HostileRequest Wire(Dice dice, Uri site)
    {
        var words = dice.Next(8) switch
        {
            0 => $"GET /{new string('a', dice.Of<int>([7000, 8170, 8200, 9000, 70_000]))} HTTP/1.1\r\nHost: {site.Authority}\r\n\r\n",
            1 => $"GET / HTTP/1.1\r\nHost: {site.Authority}\r\n{string.Concat(Enumerable.Range(0, dice.Of<int>([99, 100, 101, 3000])).Select(i => $"X-{i}: v\r\n"))}\r\n",
            2 => $"GET / HTTP/1.1\r\nHost: {site.Authority}\r\nX: {new string('x', dice.Of<int>([30_000, 32_768, 100_000]))}\r\n\r\n",
            _ => dice.Of(HostileWords.Wire).Replace("{0}", site.Authority, StringComparison.Ordinal),
        };
        return new(words.Split(' ')[0], words[..Math.Min(words.Length, 200)], Encoding.Latin1.GetBytes(words), Whole: false, Tame: false);
    }

    private static string Path(Dice dice, string route, HostileCallers known)
    {
        var wild = dice.Chance(0.35);
        var path = Parameter().Replace(route, place => wild && dice.Chance(0.6) ? dice.Encode(dice.Text(Known(dice, place, known))) : Known(dice, place, known));
        return dice.Chance(0.02) ? path + dice.Of<string>(["/", "//", "/.", "/..", "/%2e%2e/", ";x=y", "%00", "%ff", ".csv", "/" + new string('d', 2000)]) : path;
    }

    private static string Known(Dice dice, Match place, HostileCallers known) => place.Groups[1].Value switch
    {
        "organisation" or "project" or "campaign" or "slug" => dice.Of(known.Slugs),
        "language" => dice.Of<string>(["en", "fr"]),
        "token" => dice.Of(known.Tokens),
        "kind" => dice.Of<string>(["project", "update", "gift"]),
        "day" => "2026-11-23",
        "documentName" => "v1",
        "code" => "404",
        _ when place.Value.Contains(":guid", StringComparison.Ordinal) => dice.Of(known.Ids),
        _ when place.Value.Contains(":int", StringComparison.Ordinal) || place.Value.Contains(":long", StringComparison.Ordinal) => dice.Chance(0.5) ? "1" : dice.Number(),
        _ => "unknown",
    };

    private static string Query(Dice dice, HostileTarget target, bool read)
    {
        if (!read && target.Handlers.Count > 0 && dice.Chance(0.8))
            return $"?handler={dice.Of(target.Handlers)}";
        if (!dice.Chance(read ? 0.6 : 0.1))
            return "";
        if (dice.Chance(0.03))
            return "?" + string.Concat(Enumerable.Repeat("a=b&", dice.Of<int>([100, 1500])));
        var names = target.Fields.Keys.Concat(["page", "before", "after", "lang", "handler", "q", "as", "again", "to", "cursor", "from", "until"]).ToList();
        return "?" + string.Join('&', Enumerable.Range(0, 1 + dice.Next(4)).Select(_ => $"{dice.Of(names)}={dice.Encode(dice.Chance(0.4) ? dice.Number() : dice.Text())}"));
    }

    private static (Dictionary<string, string> Headers, bool Tame) Odd(Dice dice, Dictionary<string, string> headers)
    {
        var odd = new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase);
        if (!dice.Chance(0.25))
            return (odd, true);
        for (var i = 0; i <= dice.Next(3); i++)
        {
            var (name, value) = dice.Of(HostileWords.Headers);
            odd.TryAdd(name, value);
        }

        return (odd, false);
    }

    private static (Dictionary<string, string> Headers, byte[] Body, bool Broken) Body(Dice dice, HostileTarget target, HostileCaller caller, HostileCallers known)
    {
        if (target.Route.StartsWith("webhooks", StringComparison.Ordinal))
            return Webhook(dice);
        if (target.Route.StartsWith("api/", StringComparison.Ordinal))
            return (new() { ["Content-Type"] = dice.Chance(0.95) ? "application/json" : dice.Of(HostileWords.ContentTypes) }, HostileJson.Donation(dice, known), false);
        var fields = Fields(dice, target, caller);
        return dice.Next(100) switch
        {
            < 70 => (new() { ["Content-Type"] = Form }, Encode(dice, fields), false),
            < 80 => Multipart(dice, fields),
            < 85 => (new() { ["Content-Type"] = dice.Of(HostileWords.ContentTypes) }, Encode(dice, fields), false),
            < 88 => (new() { ["Content-Type"] = Form }, dice.Bytes(dice.Next(3000)), false),
            < 91 => (new() { ["Content-Type"] = "multipart/form-data; boundary=x" }, [.. "--x\r\n"u8, .. dice.Bytes(dice.Next(500)), .. "\r\n--x--"u8], false),
            < 93 => (new() { ["Content-Type"] = Form }, Huge(dice), false),
            < 95 => (new() { ["Content-Type"] = Form, ["Content-Length"] = "5000" }, Encode(dice, fields), true),
            < 97 => (new() { ["Content-Type"] = Form, ["Transfer-Encoding"] = "chunked", ["Content-Length"] = "" }, [.. "5\r\na=bcd\r\n"u8, .. dice.Chance(0.5) ? "0\r\n\r\n"u8 : "zz\r\n"u8], true),
            < 98 => ([], [], false),
            _ => (new() { ["Content-Type"] = "application/json" }, HostileJson.Deep(dice), false),
        };
    }

    private static (Dictionary<string, string> Headers, byte[] Body, bool Broken) Webhook(Dice dice)
    {
        var body = HostileJson.Event(dice);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        // Also signed rightly: what is signed is read.
        byte[] stamped = [.. Encoding.UTF8.GetBytes($"{now}."), .. body];
        var right = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(SiteFixture.WebhookSecret), stamped));
        var signature = dice.Next(6) switch
        {
            0 => "",
            1 => $"t={now},v1={right[..40]}",
            2 => $"t={dice.Number()},v1={right}",
            3 => $"t=,v1=,v0={right},,;={right}",
            _ => $"t={now},v1={right}",
        };
        return (new() { ["Content-Type"] = "application/json; charset=utf-8", ["Stripe-Signature"] = signature }, body, false);
    }

    private static List<(string Name, string Value)> Fields(Dice dice, HostileTarget target, HostileCaller caller)
    {
        var tamper = dice.Chance(0.85) ? 0.3 : 1;
        var fields = target.Fields.Where(_ => dice.Chance(0.9)).Select(f => (f.Key, dice.Chance(tamper) ? dice.Text(f.Value) : f.Value)).ToList();
        if (dice.Chance(0.1))
            fields.Add((dice.Text("name"), dice.Text()));
        if (fields.Count > 0 && dice.Chance(0.1))
            fields.Add(fields[dice.Next(fields.Count)]);
        if (dice.Chance(0.92))
            fields.Add(("__RequestVerificationToken", dice.Chance(0.97) ? caller.Token : dice.Text(caller.Token)));
        return fields;
    }

    private static byte[] Encode(Dice dice, List<(string Name, string Value)> fields) =>
        Encoding.Latin1.GetBytes(string.Join('&', fields.Select(f => $"{Dice.Escape(f.Name)}={(f.Name.StartsWith("__", StringComparison.Ordinal) ? Dice.Escape(f.Value) : dice.Encode(f.Value))}")));

    private static (Dictionary<string, string> Headers, byte[] Body, bool Broken) Multipart(Dice dice, List<(string Name, string Value)> fields)
    {
        var body = new List<byte>();
        foreach (var (name, value) in fields)
        {
            var file = dice.Chance(0.15) || name.Contains("icture", StringComparison.Ordinal) || name.Contains("logo", StringComparison.OrdinalIgnoreCase);
            var about = file ? $"; filename=\"{dice.Of<string>(["a.jpg", "", "../../x", "a\0.png", "x.svg"])}\"\r\nContent-Type: {dice.Of<string>(["image/jpeg", "x", "", "image/svg+xml"])}" : "";
            body.AddRange(Encoding.UTF8.GetBytes($"--bound\r\nContent-Disposition: {(dice.Chance(0.97) ? "form-data" : "x")}; name=\"{name.Replace('"', '_')}\"{about}\r\n\r\n"));
            body.AddRange(file ? [.. "\xFF\xD8\xFF"u8, .. dice.Bytes(dice.Next(2000))] : Encoding.UTF8.GetBytes(value));
            body.AddRange("\r\n"u8.ToArray());
        }

        body.AddRange(Encoding.UTF8.GetBytes(dice.Chance(0.9) ? "--bound--\r\n" : "--bou"));
        return (new() { ["Content-Type"] = "multipart/form-data; boundary=bound" }, [.. body], false);
    }

    private static byte[] Huge(Dice dice) => dice.Next(4) switch
    {
        0 => [.. "message="u8, .. Enumerable.Repeat((byte)'m', (512 * 1024) - dice.Next(20))],
        1 => [.. "message="u8, .. Enumerable.Repeat((byte)'m', 700_000)],
        2 => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 3000).Select(i => $"f{i}=v&"))),
        _ => [.. Enumerable.Repeat((byte)'k', 5000), .. "=v"u8],
    };

    [GeneratedRegex(@"\{\*{0,2}([a-zA-Z]+)[^}]*\}")]
    private static partial Regex Parameter();
}
