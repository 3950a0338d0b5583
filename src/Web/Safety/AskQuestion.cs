using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.CardTesting;

namespace Solidarity.Web.Safety;

/// <summary>A question in plain words.</summary>
/// <param name="Ticket">Goes with the answer: says which question it was, for which form, and until when; signed.</param>
public sealed record Question(string Ticket, string Words);

/// <param name="Form">What the question is bound to: a form's key, or a campaign of the API.</param>
public sealed record Answered(string Form, string? Ticket, string? Answer, string? Work);

/// <summary>
/// Asks for a small sum in words, in the reader's language: no picture, no sound, no third party. A browser with scripts does some work instead, so
/// that nobody has to reckon who cannot (WCAG 2.2, 3.3.8). The ticket holds no answer: it follows from the ticket and the site's secret.
/// </summary>
public sealed class AskQuestion(TraceKey key, IStringLocalizer<Texts.Give> texts, TimeProvider clock)
{
    /// <summary>Of the work: 65,536 tries on average, a second or a few.</summary>
    public const int Bits = 16;

    private const int LongestAnswer = 30;

    private static readonly TimeSpan Valid = TimeSpan.FromMinutes(30);

    public Question Make(string form)
    {
        var body = $"{UnguessableToken.Create()}.{(clock.GetUtcNow() + Valid).ToUnixTimeSeconds()}";
        var (first, second) = SumOf(body);
        var numbers = Numbers();
        return new($"{body}.{Sign(body, form)}", texts["QuestionSum", numbers[first - 1], numbers[second - 1]]);
    }

    /// <summary>Whether it is one of ours, for that form, and not too old. Whether it was answered before is the caller's to ask.</summary>
    public bool IsOurs(Answered answered)
    {
        if (answered.Ticket is not { Length: < 200 } ticket || ticket.LastIndexOf('.') is not (> 0 and var dot))
            return false;
        var body = ticket[..dot];
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(body, answered.Form)), Encoding.UTF8.GetBytes(ticket[(dot + 1)..]))
            && long.TryParse(body[(body.LastIndexOf('.') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var until) && until > clock.GetUtcNow().ToUnixTimeSeconds();
    }

    /// <summary>Of one that is ours.</summary>
    public bool IsRight(Answered answered) => IsSum(answered.Ticket![..answered.Ticket!.LastIndexOf('.')], answered.Answer) || IsWork(answered.Ticket, answered.Work);

    private bool IsSum(string body, string? answer)
    {
        if (answer?.Trim() is not { Length: > 0 and <= LongestAnswer } said)
            return false;
        var (first, second) = SumOf(body);
        return int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var figure)
            ? figure == first + second
            : CultureInfo.CurrentCulture.CompareInfo.Compare(said, Numbers()[first + second - 1], CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;
    }

    private static bool IsWork(string ticket, string? work) => work is { Length: > 0 and <= LongestAnswer }
        && BitOperations.LeadingZeroCount(BitConverter.ToUInt32([.. SHA256.HashData(Encoding.UTF8.GetBytes($"{ticket}:{work}"))[..4].Reverse()])) >= Bits;

    private (int First, int Second) SumOf(string body)
    {
        var chance = Convert.ToInt32(key.Of("sum", body)[..6], 16);
        return (2 + (chance % 8), 1 + (chance / 8 % 9));
    }

    private string[] Numbers() => texts["QuestionNumbers"].Value.Split(' ');

    /// <summary>With its length before it, so that no part of a form, which its sender writes, can be taken for a part of the ticket.</summary>
    private string Sign(string body, string form) => key.Of("question", $"{body.Length}:{body}{form}")[..32];
}
