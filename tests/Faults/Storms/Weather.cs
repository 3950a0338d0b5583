using System.Globalization;
using Solidarity.Faults.Outages;

namespace Solidarity.Faults.Storms;

/// <summary>Brings about the faults of the script, one after the other, and each time makes it good again.</summary>
internal sealed class Weather(StormPlan plan, Fleet fleet, Figures figures)
{
    /// <summary>Of webhooks, all the time.</summary>
    private Dictionary<string, string> Usual => new()
    {
        ["duplicate"] = "0.3",
        ["delay_ms"] = "1500",
        ["shuffle"] = "true",
        ["seed"] = plan.Seed.ToString(CultureInfo.InvariantCulture),
    };

    public async Task BlowAsync(CancellationToken over)
    {
        await fleet.Sandbox.ChaosAsync(Usual);
        await Task.WhenAll(plan.OnlyKills ? Task.CompletedTask : FaultsAsync(over), KillsAsync(over), WatchOverAsync(over));
        await fleet.Sandbox.ChaosAsync();
    }

    private static async Task<bool> WaitAsync(TimeSpan time, CancellationToken over)
    {
        await Task.Delay(time, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !over.IsCancellationRequested;
    }

    private async Task FaultsAsync(CancellationToken over)
    {
        for (var number = 0; ; number++)
        {
            var fault = PlannedFault.Of(plan.Seed, number);
            if (!await WaitAsync(fault.Before, over))
                return;
            figures.Count(await BringAsync(fault, over) ? "faults" : "faults that could not be had here", fault.What.ToString());
        }
    }

    private async Task KillsAsync(CancellationToken over)
    {
        for (var number = 0; plan.KillEvery is { } every && await WaitAsync(every, over); number++)
        {
            var dice = Dice.Of(plan.Seed, Dice.Kills, number);
            var node = fleet.Nodes[dice.Next(fleet.Nodes.Count)];
            if (await node.KillAsync(TimeSpan.FromMilliseconds(dice.Next(1000))))
                figures.Count("kills", node.Name);
        }
    }

    /// <summary>As a service manager does: what has ended by itself is started again.</summary>
    private async Task WatchOverAsync(CancellationToken over)
    {
        while (await WaitAsync(TimeSpan.FromSeconds(1), over))
        {
            foreach (var node in fleet.Nodes)
            {
                await node.AloneAsync(() =>
                {
                    if (!node.Site.IsRunning)
                        figures.Count("ended by themselves", node.Name);
                    node.StartAgain();
                    return Task.CompletedTask;
                });
            }
        }
    }

    private async Task<bool> BringAsync(PlannedFault fault, CancellationToken over)
    {
        var node = fleet.Nodes[fault.Node % fleet.Nodes.Count];
        switch (fault.What)
        {
            case Fault.Kill:
                return await KillAsync(node, TimeSpan.FromMilliseconds(Math.Abs(fault.Amount) * 10), 0);
            case Fault.ClockTurned:
                return await KillAsync(node, TimeSpan.Zero, fault.Amount);
            case Fault.PauseNode:
                // At times for longer than a lease lasts: another takes over what it holds, and then it wakes up.
                return await node.AloneAsync(async () =>
                {
                    if (!node.Site.IsRunning)
                        return;
                    await node.Site.PauseAsync();
                    await WaitAsync(fault.Lasts * 3, over);
                    await node.Site.ResumeAsync();
                });
            case Fault.StripePaused:
                await fleet.Sandbox.PauseAsync();
                await WaitAsync(fault.Lasts * 2, over);
                await fleet.Sandbox.ResumeAsync();
                return true;
            case Fault.MailGone:
                return await MailAsync(MailWeather.Gone, fault, over);
            case Fault.MailRefuses:
                return await MailAsync(MailWeather.Refusing, fault, over);
            case Fault.MailLosesAnswers:
                return await MailAsync(MailWeather.LosingAnswers, fault, over);
            case Fault.MailSlow:
                return await MailAsync(MailWeather.Slow, fault, over);
            case Fault.DiskFull:
                var full = fleet.Disk.Fill();
                await WaitAsync(full ? fault.Lasts : TimeSpan.Zero, over);
                fleet.Disk.Free();
                return full;
            case Fault.DatabaseCut:
                return await Server.CutAsync() is not null;
            case Fault.DatabaseKilled:
                if (!await Server.KillAsync())
                    return false;
                await WaitAsync(fault.Lasts, over);
                await Server.StartAsync();
                return true;
            default:
                return await StripeAsync(fault, over);
        }
    }

    private async Task<bool> KillAsync(Node node, TimeSpan moment, int offset)
    {
        if (!await node.KillAsync(moment, offset))
            return false;
        figures.Count("kills", node.Name);
        return true;
    }

    private async Task<bool> MailAsync(MailWeather weather, PlannedFault fault, CancellationToken over)
    {
        fleet.Mail.Weather = weather;
        await WaitAsync(fault.Lasts, over);
        fleet.Mail.Weather = MailWeather.Fair;
        return true;
    }

    private async Task<bool> StripeAsync(PlannedFault fault, CancellationToken over)
    {
        var (name, value) = fault.What switch
        {
            Fault.StripeDown => ("down", "true"),
            Fault.StripeLosesAnswers => ("fail_api", "0.4"),
            Fault.StripeLimits => ("limit_api", "0.5"),
            Fault.StripeResets => ("reset_api", "0.4"),
            Fault.StripeHangs => ("hang_api", "0.15"),
            _ => ("slow_ms", "1500"),
        };
        await fleet.Sandbox.ChaosAsync(new(Usual) { [name] = value });
        await WaitAsync(fault.Lasts * 2, over);
        await fleet.Sandbox.ChaosAsync(Usual);
        return true;
    }
}
