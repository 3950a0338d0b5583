using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Payments.Reconciliation;

namespace Solidarity.Web.Demo;

/// <summary>Has Stripe pay the partners' banks once a week while the demo's time goes by, so that there is something to follow to its gifts.</summary>
internal sealed class DemoPayouts(IServiceScopeFactory scopes, DemoSandbox sandbox, DateTimeOffset begin)
{
    private const int Week = 7;

    private DateTimeOffset _next = begin.AddDays(Week);
    private int _days = Week;

    /// <param name="now">Until when: every week that is over by then is paid out.</param>
    /// <param name="setClocks">Called with the moment of each payout.</param>
    /// <param name="cancel">Stops paying.</param>
    public async Task UntilAsync(DateTimeOffset now, Func<DateTimeOffset, CancellationToken, Task> setClocks, CancellationToken cancel)
    {
        for (; _next <= now; (_next, _days) = (_next.AddDays(Week), _days + Week))
        {
            await setClocks(_next, cancel);
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
            foreach (var account in await db.Partners.Where(p => p.StripeAccountId != null).Select(p => p.StripeAccountId!).ToListAsync(cancel))
                await sandbox.PayOutAsync(account, cancel);
        }
    }

    /// <summary>Asks for all of them as the nightly job does.</summary>
    public async Task TakeInAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CatchUpWithPartners>().RunAsync(_days, cancel);
    }
}
