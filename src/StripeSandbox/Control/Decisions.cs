using System.Globalization;

namespace Solidarity.StripeSandbox.Control;

/// <summary>What banks and Stripe's staff decide in real life.</summary>
internal static class Decisions
{
    private static readonly string[] SettableCapabilities = ["transfers", "card_payments"];
    private static readonly string[] CapabilityStates = ["active", "inactive", "pending"];

    /// <summary><c>charge=</c>, and <c>amount=</c> where only a part of it is contested.</summary>
    public static IResult OpenDispute(Work work, string id, IFormCollection posted)
    {
        var charge = work.Store.Find<Charge>(posted["charge"].ToString());
        if (charge is not { Status: "succeeded", Method.IsCard: true, DisputeId: null }) return Answer.Refused("charge must be a card's that succeeded and is not disputed.");
        if (Amount(posted) is var amount && (amount < 1 || amount > charge.Amount)) return Answer.Refused("amount must be between 1 and the charge's.");
        return Answer.Ok(Payments.Dispute.Open(work, charge, amount).Render(work.View));
    }

    /// <summary><c>amount=</c> in euro cents: what Stripe takes for itself, such as the month's fee for connected accounts.</summary>
    public static IResult Fee(Work work, string id, IFormCollection posted) => Amount(posted) is > 0 and var amount
        ? Answer.Ok(work.Book(work.Store.PlatformId, "stripe_fee", "fee", -amount, "eur", "", description: "Connect (active account fee)").Render(work.View))
        : Answer.Refused("amount must be at least 1.");

    /// <summary><c>status=won|lost</c>.</summary>
    public static IResult Dispute(Work work, string id, IFormCollection posted)
    {
        if (work.Store.Find<Dispute>(id) is not { } dispute) return Answer.Refused($"No such dispute: '{id}'", 404);
        var status = posted["status"].ToString();
        if (status is not ("won" or "lost")) return Answer.Refused("status must be won or lost.");
        if (dispute.Status is "won" or "lost") return Answer.Refused($"The dispute is already {dispute.Status}.");
        dispute.Close(work, status == "won");
        return Answer.Ok(dispute.Render(work.View));
    }

    /// <summary>
    /// <c>onboarding=</c> how the onboarding page would have ended, and then each by itself: <c>transfers=active|inactive|pending</c>, <c>payouts_enabled</c>,
    /// <c>details_submitted</c>, <c>currently_due</c>, <c>past_due</c>, <c>pending_verification</c> (names with commas between), <c>current_deadline</c>,
    /// <c>disabled_reason</c>.
    /// </summary>
    public static IResult Account(Work work, string id, IFormCollection posted)
    {
        if (work.Store.Find<Account>(id) is not { IsPlatform: false } account) return Answer.Refused($"No such account: '{id}'", 404);
        if (posted.ContainsKey("onboarding"))
        {
            if (OnboardingEnd.Named(posted["onboarding"].ToString()) is not { } end) return Answer.Refused($"onboarding must be one of {string.Join(", ", OnboardingEnd.All.Select(one => one.Name))}.");
            account.EndOnboarding(end);
        }

        foreach (var name in SettableCapabilities.Where(posted.ContainsKey))
        {
            if (!CapabilityStates.Contains(posted[name].ToString())) return Answer.Refused($"{name} must be active, inactive or pending.");
            account.Capabilities[name] = posted[name].ToString();
        }

        if (posted.ContainsKey("payouts_enabled")) account.PayoutsEnabled = posted["payouts_enabled"] == "true";
        if (posted.ContainsKey("details_submitted")) account.DetailsSubmitted = posted["details_submitted"] == "true";
        Ask(account, posted);
        account.Updated(work);
        return Answer.Ok(account.Render(work.View));
    }

    /// <summary>Sets what Stripe wants to know of the account; an empty field: nothing.</summary>
    private static void Ask(Account account, IFormCollection posted)
    {
        var asked = account.Requirements ?? new();
        if (posted.ContainsKey("currently_due")) asked = asked with { CurrentlyDue = Names(posted, "currently_due") };
        if (posted.ContainsKey("past_due")) asked = asked with { PastDue = Names(posted, "past_due") };
        if (posted.ContainsKey("pending_verification")) asked = asked with { PendingVerification = Names(posted, "pending_verification") };
        if (posted.ContainsKey("disabled_reason")) asked = asked with { DisabledReason = posted["disabled_reason"].ToString() is { Length: > 0 } reason ? reason : null };
        if (posted.ContainsKey("current_deadline"))
            asked = asked with { CurrentDeadline = long.TryParse(posted["current_deadline"], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null };
        if (asked != (account.Requirements ?? new())) account.Requirements = asked;
    }

    private static string[] Names(IFormCollection posted, string field) =>
        posted[field].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>
    /// Pays the available balance of the platform, or of <c>account</c>, to its bank: one payout a currency. <c>status=in_transit|paid|failed</c>, paid where
    /// it is not said; one that fails seemed to have arrived before.
    /// </summary>
    public static IResult Payouts(Work work, string id, IFormCollection posted)
    {
        var account = posted["account"].ToString() is { Length: > 0 } asked ? asked : work.Store.PlatformId;
        if (work.Store.Find<Account>(account) is not { } owner) return Answer.Refused($"No such account: '{account}'", 404);
        if (!owner.PayoutsEnabled) return Answer.Refused("Payouts are not enabled for this account.");
        var status = posted["status"].ToString();
        if (status is not ("" or "in_transit" or "paid" or "failed")) return Answer.Refused("status must be in_transit, paid or failed.");
        var made = work.Store.Ledger.Currencies(account).ToList().Select(currency => Books.Payout.Make(work, account, currency)).OfType<Books.Payout>().ToList();
        foreach (var payout in made.Where(_ => status != "in_transit")) payout.Arrive(work);
        foreach (var payout in made.Where(_ => status == "failed")) payout.Fail(work);
        return Answer.Ok(Page.List("/v1/payouts", made.Select(payout => payout.Render(work.View))));
    }

    /// <summary><c>status=paid|failed</c>: what the bank says of a payout.</summary>
    public static IResult Payout(Work work, string id, IFormCollection posted)
    {
        if (work.Store.Find<Payout>(id) is not { } payout) return Answer.Refused($"No such payout: '{id}'", 404);
        switch (payout.Status, posted["status"].ToString())
        {
            case ("in_transit", "paid"): payout.Arrive(work); break;
            case ("in_transit" or "paid", "failed"): payout.Fail(work); break;
            case (var now, "paid" or "failed"): return Answer.Refused($"The payout is already {now}.");
            default: return Answer.Refused("status must be paid or failed.");
        }

        return Answer.Ok(payout.Render(work.View));
    }

    private static long? Amount(IFormCollection posted) =>
        posted.ContainsKey("amount") ? long.TryParse(posted["amount"], NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : 0 : null;
}
