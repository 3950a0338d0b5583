namespace Solidarity.Faults.Storms;

/// <summary>Random numbers for the n-th of something: a function of seed, stream and n alone, whoever asks and in whatever order.</summary>
internal static class Dice
{
    public const int Deeds = 1;
    public const int Faults = 2;
    public const int Kills = 3;
    public const int Patience = 4;

    public static Random Of(int seed, int stream, int number)
    {
        // splitmix64: seeds beside each other would begin alike in Random.
        var mixed = ((ulong)(uint)seed << 32) + ((ulong)(uint)stream << 28) + (uint)number + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return new Random((int)((mixed ^ (mixed >> 31)) & 0x7FFFFFFF));
    }
}
