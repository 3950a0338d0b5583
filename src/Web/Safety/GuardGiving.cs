using Solidarity.Domain;
using Solidarity.Domain.CardTesting;
using Solidarity.Domain.Donations;
using Solidarity.Domain.People;
using Solidarity.Payments.Checkout;
using Solidarity.Web.Pages.Giving;

namespace Solidarity.Web.Safety;

/// <summary>
/// Stands before every gift that is begun: whoever comes from where many payments were declined waits, longer and longer, and then answers a question.
/// </summary>
public sealed class GuardGiving(
    StartDonation start, BeginGift begin, JudgeGiver judge, AskQuestion questions, LimitAttempts limit, LimitMealsHeld held, TraceGift traces, TraceKey key)
{
    /// <summary>Begins the gift for whoever may: the form's way and the interface's.</summary>
    /// <param name="answered">What came back of a question that was asked before.</param>
    /// <exception cref="Refusal">To wait, or to answer first; or as <see cref="BeginGift.RunAsync"/>.</exception>
    public async Task<BegunGift> BeginAsync(HttpContext context, GiftRequest request, Answered answered, CancellationToken cancel)
    {
        // The same request sent again begins nothing, and must not be kept from its gift.
        if (!await start.IsBegunAsync(request, cancel))
        {
            await LetInAsync(context, request, answered, cancel);
            await held.TakeAsync(context, request.Meals?.Sum(m => (long)m.Count) ?? 0, cancel);
        }

        var begun = await begin.RunAsync(request, cancel);
        await traces.BegunAsync(begun.Donation, NetworkOf(context), cancel);
        return begun;
    }

    private async Task LetInAsync(HttpContext context, GiftRequest request, Answered answered, CancellationToken cancel)
    {
        var network = NetworkOf(context);
        var standing = await judge.RunAsync(network, context.Request.Cookies[OwnGift.Cookie], cancel);
        if (standing.Pause > TimeSpan.Zero)
            throw new Refusal(Reason.TooManyAttempts, null, (int)Math.Ceiling(standing.Pause.TotalMinutes));
        if (!standing.Question)
            return;
        if (string.IsNullOrEmpty(answered.Ticket))
            throw new Refusal(Reason.QuestionAsked, "answer");
        // Said before the question is used up by it.
        if (await start.CheckAsync(request, cancel) is { Count: > 0 } problems)
            throw new Refusal([.. problems, new Problem(Reason.QuestionAsked, "answer", [])]);
        await limit.TakeAsync(AttemptKind.QuestionFrom, network, cancel);
        // Used up by a wrong answer too: there are not many to guess from.
        if (!questions.IsOurs(answered) || !await IsFirstAsync(answered.Ticket, cancel) || !questions.IsRight(answered))
            throw new Refusal(Reason.QuestionWrong, "answer");
        await limit.GiveBackAsync(AttemptKind.QuestionFrom, network, cancel);
    }

    private async Task<bool> IsFirstAsync(string ticket, CancellationToken cancel)
    {
        try
        {
            await limit.TakeAsync(AttemptKind.Question, ticket, cancel);
            return true;
        }
        catch (Refusal)
        {
            return false;
        }
    }

    private string NetworkOf(HttpContext context) => key.OfNetwork(context.Connection.RemoteIpAddress);
}
