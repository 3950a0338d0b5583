using System.Globalization;

namespace Solidarity.StripeSandbox.Webhooks;

/// <summary>What goes wrong on purpose. Off by default.</summary>
/// <param name="Duplicate">Probability that a webhook is sent twice.</param>
/// <param name="DelayMilliseconds">Longest random delay before a webhook.</param>
/// <param name="Shuffle">Webhooks are sent in no order.</param>
/// <param name="Paused">Events that happen now never get a webhook.</param>
/// <param name="FailApi">Probability that an API POST is done but answered 500.</param>
/// <param name="LimitApi">Probability that an API request is answered 429 and nothing is done.</param>
/// <param name="ResetApi">Probability that an API POST is done and its connection then breaks.</param>
/// <param name="HangApi">Probability that an API POST is done and not answered for longer than anybody waits.</param>
/// <param name="SlowMilliseconds">Delay of every API answer.</param>
/// <param name="Down">Every API request is answered 503.</param>
/// <param name="Seed">Where the random numbers begin.</param>
internal sealed record ChaosSetting(
    double Duplicate = 0, int DelayMilliseconds = 0, bool Shuffle = false, bool Paused = false,
    double FailApi = 0, double LimitApi = 0, double ResetApi = 0, double HangApi = 0, int SlowMilliseconds = 0, bool Down = false, long Seed = 1)
{
    public static ChaosSetting Read(IFormCollection posted) => new(
        Fraction(posted, "duplicate"), Whole(posted, "delay_ms"), posted["shuffle"] == "true", posted["paused"] == "true",
        Fraction(posted, "fail_api"), Fraction(posted, "limit_api"), Fraction(posted, "reset_api"), Fraction(posted, "hang_api"), Whole(posted, "slow_ms"), posted["down"] == "true", Whole(posted, "seed", 1));

    public JsonObject Render() => new()
    {
        ["duplicate"] = Duplicate,
        ["delay_ms"] = DelayMilliseconds,
        ["shuffle"] = Shuffle,
        ["paused"] = Paused,
        ["fail_api"] = FailApi,
        ["limit_api"] = LimitApi,
        ["reset_api"] = ResetApi,
        ["hang_api"] = HangApi,
        ["slow_ms"] = SlowMilliseconds,
        ["down"] = Down,
        ["seed"] = Seed,
    };

    private static double Fraction(IFormCollection posted, string name) =>
        double.TryParse(posted[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? Math.Clamp(value, 0, 1) : 0;

    private static int Whole(IFormCollection posted, string name, int otherwise = 0) =>
        int.TryParse(posted[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}

/// <summary>The present chaos, with its own seeded numbers so that a run can be repeated.</summary>
internal sealed class Chaos
{
    private readonly Lock gate = new();
    private ulong state = 1;

    public ChaosSetting Now { get; private set; } = new();

    public void Set(ChaosSetting setting)
    {
        lock (gate)
        {
            Now = setting;
            state = (ulong)setting.Seed;
        }
    }

    public bool FailsNow() => Chance(Now.FailApi);

    public bool LimitsNow() => Chance(Now.LimitApi);

    public bool ResetsNow() => Chance(Now.ResetApi);

    public bool HangsNow() => Chance(Now.HangApi);

    public bool DoublesNow() => Chance(Now.Duplicate);

    /// <summary>How long the next webhook waits.</summary>
    public TimeSpan Delay() => TimeSpan.FromMilliseconds(Next() * Math.Max(Now.DelayMilliseconds, Now.Shuffle ? 300 : 0));

    private bool Chance(double probability) => probability > 0 && Next() < probability;

    /// <summary>The next number in [0, 1): splitmix64.</summary>
    private double Next()
    {
        lock (gate)
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) / (double)(1UL << 53);
        }
    }
}
