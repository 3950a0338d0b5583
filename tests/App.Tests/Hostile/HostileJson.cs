using System.Text;
using System.Text.Json;

namespace Solidarity.App.Tests.Hostile;

/// <summary>JSON that is nearly right, and JSON that is none.</summary>
internal static class HostileJson
{
    private static readonly string[] Values =
    [
        "null", "true", "[]", "{}", "\"\"", "\"1\"", "-1", "0", "1.5", "1e999", "9223372036854775808", "\"\\ud800\"", "\"\\u0000\"", "[[[]]]", "{\"a\":1,\"a\":2}", "NaN", "'x'", "01", "\"a", "\t", "[1,]", "{\"$ref\":\"1\"}", "\"2026\"",
    ];

    public static byte[] Donation(Dice dice, HostileCallers known)
    {
        if (dice.Chance(0.1))
            return Deep(dice);
        var fields = new Dictionary<string, string>
        {
            ["amount"] = "2500",
            ["currency"] = "\"EUR\"",
            ["email"] = "\"giver@example.org\"",
            ["tip"] = "100",
            ["name"] = "\"A\"",
            ["anonymous"] = "false",
            ["message"] = "\"m\"",
            ["language"] = "\"fr\"",
            ["addFees"] = "false",
            ["meals"] = $"[{{\"restaurant\":\"{dice.Of(known.Ids)}\",\"site\":\"{dice.Of(known.Ids)}\",\"count\":{(dice.Chance(0.5) ? "1" : dice.Number())}}}]",
        };
        foreach (var name in fields.Keys.ToList())
        {
            if (dice.Chance(0.15))
                fields[name] = dice.Chance(0.5) ? dice.Of(Values) : dice.Chance(0.5) ? dice.Number() : JsonSerializer.Serialize(dice.Text(fields[name]));
            if (dice.Chance(name == "meals" ? 0.7 : 0.1))
                fields.Remove(name);
        }

        var body = Encoding.UTF8.GetBytes("{" + string.Join(',', fields.Select(f => $"\"{f.Key}\":{f.Value}")) + "}");
        return dice.Next(20) switch
        {
            0 => body[..dice.Next(body.Length)],
            1 => [0xEF, 0xBB, 0xBF, .. body],
            2 => [.. body, 0xFF],
            3 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body)),
            _ => body,
        };
    }

    public static byte[] Event(Dice dice)
    {
        if (dice.Chance(0.2))
            return Deep(dice);
        string Value(string right) => dice.Chance(0.2) ? dice.Of(Values) : right;
        var kind = dice.Of<string>(["checkout.session.completed", "charge.failed", "payment_intent.payment_failed", "charge.refunded", "payout.paid", "account.updated", "x", "charge.dispute.created"]);
        return Encoding.UTF8.GetBytes($"{{\"id\":{Value($"\"evt_{dice.Next(1000)}\"")},\"object\":{Value("\"event\"")},\"type\":{Value($"\"{kind}\"")},\"livemode\":{Value("true")},\"created\":{Value("1")},\"account\":{Value("null")},\"data\":{Value($"{{\"object\":{Value("{\"id\":\"x_1\",\"object\":\"charge\"}")}}}")}}}");
    }

    /// <summary>Ten thousand levels, a very long number, a very long name, bytes.</summary>
    public static byte[] Deep(Dice dice) => dice.Next(5) switch
    {
        0 => Encoding.ASCII.GetBytes(new string('[', 10_000) + new string(']', 10_000)),
        1 => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"meals\":", 10_000)) + "1" + new string('}', 10_000)),
        2 => Encoding.ASCII.GetBytes($"{{\"amount\":{new string('9', 20_000)}}}"),
        3 => Encoding.ASCII.GetBytes($"{{\"{new string('n', 20_000)}\":1}}"),
        _ => dice.Bytes(dice.Next(2000)),
    };
}
