using System.Security.Cryptography;

namespace Solidarity.Domain.Meals;

/// <summary>
/// The code of a meal voucher, such as <c>7KXP2-4M9HR-TCAY6</c>: fourteen random signs (63 bits) and a check sign. Its 23 signs cannot be taken for
/// one another, written or read aloud. The check sign is a sum weighted by place, modulo the prime 23: one wrong sign, or two that changed places,
/// never make another valid code.
/// </summary>
public static class VoucherCode
{
    public const string Signs = "23456789ACDEFHJKMPRTWXY";

    /// <summary>Without its dashes, as it is kept.</summary>
    public const int Length = 15;

    private const int Group = 5;

    /// <summary>Signs that no code has, as they are misread or misheard, and the only one of ours that each can be. What is guessed wrong the check sign finds.</summary>
    private const string Misread = "0OQ1ILSZBGVN";

    private const string Meant = "DDD7775286YM";

    public static string Create()
    {
        Span<char> code = stackalloc char[Length];
        for (var i = 0; i < Length - 1; i++)
            code[i] = Signs[RandomNumberGenerator.GetInt32(Signs.Length)];
        code[^1] = Check(code[..^1]);
        return new string(code);
    }

    /// <summary>With dashes, for people.</summary>
    public static string Format(string code) => string.Join('-', code.Chunk(Group).Select(part => new string(part)));

    /// <summary>Reads a code as somebody typed or scanned it: capitals or not, with dashes, spaces or none, and with signs that look or sound alike.</summary>
    /// <returns>As it is kept; null where it is no code, or has a mistake.</returns>
    public static string? Parse(string? typed)
    {
        if (typed is null || typed.Length > 4 * Length)
            return null;
        Span<char> code = stackalloc char[Length];
        var length = 0;
        foreach (var written in typed.ToUpperInvariant())
        {
            if (written is '-' or '.' or '/' or >= '\u2010' and <= '\u2015' || char.IsWhiteSpace(written))
                continue;
            var sign = Misread.IndexOf(written, StringComparison.Ordinal) is var i and >= 0 ? Meant[i] : written;
            if (length == Length || !Signs.Contains(sign, StringComparison.Ordinal))
                return null;
            code[length++] = sign;
        }

        return length == Length && Check(code[..^1]) == code[^1] ? new string(code) : null;
    }

    private static char Check(ReadOnlySpan<char> signs)
    {
        var sum = 0;
        for (var i = 0; i < signs.Length; i++)
            sum += (i + 2) * Signs.IndexOf(signs[i], StringComparison.Ordinal);
        return Signs[sum % Signs.Length];
    }
}
