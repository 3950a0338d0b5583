using Solidarity.Domain.PayoutReports;
using Solidarity.Payments.Tests.Meals;
using Solidarity.Payments.Webhooks;

namespace Solidarity.Payments.Tests.PayoutReports;

/// <summary>What Stripe pays a kitchen's restaurants, and what is reported of it.</summary>
internal static class Restaurants
{
    /// <summary>A week passes, and Stripe pays the restaurant's bank; we hear of it.</summary>
    /// <returns>Stripe's id of the payout; null where nothing lay there.</returns>
    public static async Task<string?> PayOutAsync(this Kitchen kitchen, int cook, string status = "paid")
    {
        await kitchen.Site.AdvanceAsync(TimeSpan.FromDays(7));
        var made = (await kitchen.Site.Sandbox.ControlAsync("payouts", ("account", await kitchen.AccountAsync(cook)), ("status", status)))["data"]!.AsArray();
        await kitchen.HearAsync(cook);
        return made.Count == 0 ? null : (string)made[0]!["id"]!;
    }

    public static async Task HearAsync(this Kitchen kitchen, int cook)
    {
        foreach (var stripeEvent in await kitchen.Site.EventsAsync(await kitchen.AccountAsync(cook)))
            await kitchen.Site.WithAsync<ReceiveWebhook>(receive => receive.StoreAsync(stripeEvent));
        await kitchen.Site.DrainInboxAsync();
    }

    public static async Task<string> AccountAsync(this Kitchen kitchen, int cook) => (await kitchen.Site.PartnerAsync(kitchen.Cooks[cook].PartnerId)).StripeAccountId!;

    /// <summary>What lies at Stripe for it, by the sandbox's own books.</summary>
    public static async Task<long> LiesAsync(this Kitchen kitchen, int cook) => await kitchen.Site.Sandbox.BalanceAsync(await kitchen.AccountAsync(cook));


    public static Task<IReadOnlyList<PayoutReport>> ReportAsync(this Kitchen kitchen, int cook, DateOnly from, DateOnly until) => kitchen.Site.WithAsync<MakePayoutReport, IReadOnlyList<PayoutReport>>(
        make => make.RunAsync(kitchen.Cooks[cook].PartnerId, new Period(PeriodKind.Own, from, until), null, "en", default));

    public static Task<IReadOnlyList<string>> CheckReportsAsync(this Kitchen kitchen) => kitchen.Site.WithAsync<CheckPayoutReports, IReadOnlyList<string>>(check => check.RunAsync(default));
}
