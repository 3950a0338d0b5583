using System.Globalization;

namespace Solidarity.Faults.Storms;

/// <summary>How long, how hard and from which seed. From the environment, which ./faults sets; what is not set is the short form.</summary>
/// <param name="KillEvery">Beside the faults of the script; null for no more kills than it has.</param>
/// <param name="OnlyKills">Nothing but those kills goes wrong.</param>
/// <param name="AtOnce">How many people there are at once.</param>
internal sealed record StormPlan(int Seed, TimeSpan Lasts, int Sites, int JobNodes, TimeSpan? KillEvery, bool OnlyKills, int AtOnce)
{
    public static StormPlan Read() => new(
        Seed: Number("FAULTS_SEED", 5),
        Lasts: TimeSpan.FromSeconds(Number("FAULTS_SECONDS", 45)),
        Sites: Number("FAULTS_SITES", 2),
        JobNodes: Number("FAULTS_JOB_NODES", 1),
        KillEvery: Number("FAULTS_KILL_EVERY", 0) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null,
        OnlyKills: Number("FAULTS_ONLY_KILLS", 0) != 0,
        AtOnce: Number("FAULTS_AT_ONCE", 8));

    public override string ToString() =>
        $"seed {Seed}, {Lasts.TotalSeconds:0} s, {Sites} sites, {JobNodes} job nodes{(KillEvery is { } every ? $", a kill every {every.TotalSeconds:0} s" : "")}{(OnlyKills ? " and nothing else" : "")}, {AtOnce} people at once";

    private static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
