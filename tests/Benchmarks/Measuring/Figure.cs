using System.Text.Encodings.Web;
using System.Text.Json;

namespace Solidarity.Benchmarks.Measuring;

/// <summary>What ./bench prints: one JSON object a line.</summary>
internal static class Figure
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="versus">What the value is to be compared with, or is a share of.</param>
    public static void Print(string bench, string metric, double value, string unit, string versus) =>
        Console.WriteLine(JsonSerializer.Serialize(new { bench, metric, value = Math.Round(value, 3), unit, versus }, Json));
}
