using System.Collections.Frozen;

namespace Solidarity.Domain;

/// <summary>An ISO 4217 currency: its three-letter code in capitals, and how many decimals its minor unit has.</summary>
/// <remarks>Decimals follow https://docs.stripe.com/currencies, since Stripe counts in the same minor units.</remarks>
public readonly record struct Currency
{
    private static readonly FrozenDictionary<string, int> Known = new Dictionary<string, int>
    {
        ["EUR"] = 2,
        ["USD"] = 2,
        ["GBP"] = 2,
        ["CHF"] = 2,
        ["SEK"] = 2,
        ["NOK"] = 2,
        ["DKK"] = 2,
        ["PLN"] = 2,
        ["CZK"] = 2,
        ["RON"] = 2,
        ["BGN"] = 2,
        ["CAD"] = 2,
        ["AUD"] = 2,
        ["MAD"] = 2,
        ["TRY"] = 2,
        ["BRL"] = 2,
        ["JPY"] = 0,
        ["KRW"] = 0,
        ["XAF"] = 0,
        ["XOF"] = 0,
        ["VND"] = 0,
        ["TND"] = 3,
        ["KWD"] = 3,
        ["BHD"] = 3,
        ["JOD"] = 3,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly string? _code;

    private Currency(string code, int decimals)
    {
        _code = code;
        Decimals = decimals;
    }

    /// <summary>The codes of all that the platform knows, in their order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    public static Currency Eur { get; } = Of("EUR");

    public string Code => _code ?? throw new InvalidOperationException("A default Currency has no code.");

    /// <summary>Digits after the decimal sign: 2 for EUR, 0 for JPY, 3 for TND.</summary>
    public int Decimals { get; }

    /// <summary>Minor units in one major unit: 100 for EUR, 1 for JPY, 1000 for TND.</summary>
    public long MinorPerMajor => Decimals switch { 0 => 1, 2 => 100, _ => 1000 };

    /// <summary>The currency with this code, in any case.</summary>
    /// <exception cref="ArgumentException">The code is not one that this platform knows.</exception>
    public static Currency Of(string code) =>
        TryOf(code, out var currency) ? currency : throw new ArgumentException($"Unknown currency '{code}'.", nameof(code));

    public static bool TryOf(string? code, out Currency currency)
    {
        var known = code is not null && Known.TryGetValue(code, out var decimals);
        currency = known ? new Currency(code!.ToUpperInvariant(), Known[code]) : default;
        return known;
    }

    public override string ToString() => Code;
}
