using Stripe;

namespace Solidarity.Payments.Onboarding;

/// <summary>Reads an account's requirements: https://docs.stripe.com/connect/handling-api-verification.</summary>
internal static class WhatIsAsked
{
    /// <summary>What a row has room for; the names beyond it can be seen at Stripe.</summary>
    private const int Longest = 1000;

    /// <summary>Names with commas between, what is overdue first; null where nothing is due. What is only due at some later threshold does not count.</summary>
    public static string? Due(AccountRequirements? asked)
    {
        var text = "";
        foreach (var name in (asked?.PastDue ?? []).Union(asked?.CurrentlyDue ?? []))
        {
            var longer = text.Length == 0 ? name : $"{text},{name}";
            if (longer.Length > Longest)
                break;
            text = longer;
        }

        return text.Length == 0 ? null : text;
    }

    public static bool IsUnderReview(Account account) =>
        account.Requirements is { PendingVerification.Count: > 0 } or { DisabledReason: "under_review" or "requirements.pending_verification" }
        || account.Capabilities?.Transfers == "pending";
}
