using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;
using Solidarity.Faults.Running;
using Solidarity.TestDatabases;

namespace Solidarity.Faults.KillNine;

/// <summary>
/// The run that the tests of this folder look at: gifts come in while the site is killed and started again, webhooks come twice, late and in no
/// order, answers of Stripe's API get lost, and somebody gives refunds in Stripe's dashboard. Then everything calms down and is waited for.
/// <para>FAULTS_SEED repeats a run's plan; FAULTS_PAYMENTS (500) and FAULTS_KILLS (20) make it longer; FAULTS_KEEP=1 leaves its folder.</para>
/// </summary>
public sealed class KilledWhileGiving : IAsyncLifetime, IDisposable
{
    private const int GiversAtOnce = 12;
    private static readonly TimeSpan CalmWithin = TimeSpan.FromMinutes(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromSeconds(5) }) { Timeout = TimeSpan.FromSeconds(45) };
    private readonly CancellationTokenSource _calm = new();

    public KilledWhileGiving()
    {
        Seed = Number("FAULTS_SEED", Environment.TickCount & 0xFFFFFF);
        Folder = Directory.CreateTempSubdirectory("solidarity-faults-").FullName;
        Sandbox = new Sandbox(Folder);
        Site = new Site(Folder, Sandbox);
        Giver = new Giver(Site, _http);
        Plan = PlannedGift.Plan(PaymentsWanted, new Random(Seed));
    }

    public int Seed { get; }

    public int PaymentsWanted { get; } = Number("FAULTS_PAYMENTS", 500);

    public int KillsWanted { get; } = Number("FAULTS_KILLS", 20);

    public int Kills { get; private set; }

    public string Folder { get; }

    /// <summary>Where the time went.</summary>
    public string Told { get; private set; } = "";

    internal Sandbox Sandbox { get; }

    internal Site Site { get; }

    internal Giver Giver { get; }

    internal List<PlannedGift> Plan { get; }

    internal Books Books { get; private set; } = null!;

    /// <summary>What the site itself showed at the end.</summary>
    public long Raised { get; private set; }

    public async Task InitializeAsync()
    {
        var begin = TimeProvider.System.GetTimestamp();
        await Sandbox.StartAsync(Site.Address);
        await Site.StartAsync(_http);
        await OneCampaign.WriteAsync(Site, Sandbox);
        await Sandbox.ChaosAsync(new()
        {
            ["duplicate"] = "0.5",
            ["delay_ms"] = "3000",
            ["shuffle"] = "true",
            ["fail_api"] = "0.1",
            ["seed"] = Seed.ToString(CultureInfo.InvariantCulture),
        });
        var dashboard = DashboardAsync(new Random(Seed + 1));
        var giving = GiveAllAsync();
        await KillAgainAndAgainAsync(new Random(Seed + 2), giving);
        await giving;
        var stormy = TimeProvider.System.GetElapsedTime(begin);

        await _calm.CancelAsync();
        await dashboard;
        await Sandbox.ChaosAsync();
        await DecideDisputesAsync();
        await UntilCalmAsync();
        Books = await Sandbox.BooksAsync();
        Raised = await RaisedAsync();
        await Site.StopAsync();
        Told = $"FAULTS_SEED={Seed}: {Plan.Count} gifts, {Kills} kills, {Books.Payments.Count()} payments at Stripe, {Books.Transactions.Count(t => t.Type.EndsWith("refund", StringComparison.Ordinal))} refunds; "
            + $"{stormy.TotalSeconds:0} s of faults, then calm after {(TimeProvider.System.GetElapsedTime(begin) - stormy).TotalSeconds:0} s.";
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        await Sandbox.DisposeAsync();
        if (Environment.GetEnvironmentVariable("FAULTS_KEEP") is null)
        {
            await OwnDatabase.Of(Site.Data).DisposeAsync();
            Directory.Delete(Folder, recursive: true);
        }
        else
            await File.WriteAllLinesAsync(Path.Combine(Folder, "site.log"), Site.Log);
    }

    public void Dispose()
    {
        _http.Dispose();
        _calm.Dispose();
    }

    private static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private Task GiveAllAsync() => Parallel.ForEachAsync(
        Plan, new ParallelOptions { MaxDegreeOfParallelism = GiversAtOnce },
        async (gift, cancel) => await Giver.GiveAsync(gift, $"run-{Seed}-{gift.Number}", cancel));

    /// <summary>
    /// Mostly while it works, at times while it still starts; goes on while gifts come in, so that the last ones are hit too: but less often, or a slow machine
    /// would be at nothing but starting.
    /// </summary>
    private async Task KillAgainAndAgainAsync(Random random, Task giving)
    {
        while (Kills < KillsWanted || !giving.IsCompleted)
        {
            if (random.Next(6) == 0)
                await Task.Delay(random.Next(1500));
            else if (await Site.AnswersAsync(_http, TimeSpan.FromSeconds(60)))
                await Task.Delay(random.Next(Kills < KillsWanted ? 2500 : 10_000));
            else
                throw new InvalidOperationException("The site did not start again after a kill.");
            await Site.KillAsync();
            Kills++;
            await Task.Delay(random.Next(300));
            Site.Start();
        }

        if (!await Site.AnswersAsync(_http, TimeSpan.FromSeconds(60)))
            throw new InvalidOperationException("The site did not start again after the last kill.");
    }

    /// <summary>Refunds that our program hears of only by webhook: whole and in part, some soon after the payment.</summary>
    private async Task DashboardAsync(Random random)
    {
        var refunded = new HashSet<string>();
        while (!_calm.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(1000, _calm.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            var books = await Sandbox.BooksAsync();
            var contested = books.Transactions.Where(t => t.Type == "adjustment").Select(t => t.Charge).ToHashSet();
            var open = books.Payments.Where(p => !refunded.Contains(p.Charge!) && !contested.Contains(p.Charge)).ToList();
            if (open.Count == 0)
                continue;
            // The newest is often not known to us yet: then the refund arrives before the payment.
            var payment = random.Next(2) == 0 ? open[^1] : open[random.Next(open.Count)];
            refunded.Add(payment.Charge!);
            await Sandbox.RefundAsync(payment.Charge!, random.Next(2) == 0 ? null : 1 + random.NextInt64(payment.Amount - 1), $"refund-{payment.Charge}");
            if (random.Next(3) == 0)
                await RefundRestAsync(payment);
        }
    }

    private async Task RefundRestAsync(Booked payment)
    {
        try
        {
            await Sandbox.RefundAsync(payment.Charge!, null, $"refund-rest-{payment.Charge}");
        }
        catch (InvalidOperationException e) when (e.Message.Contains("already been refunded", StringComparison.Ordinal))
        {
            // The first took all of it.
        }
    }

    private async Task DecideDisputesAsync()
    {
        var books = await Sandbox.BooksAsync();
        var disputes = books.Transactions.Where(t => t.Type == "adjustment").Select(t => t.Source!).Distinct().ToList();
        for (var i = 0; i < disputes.Count; i++)
            await Sandbox.DecideAsync(disputes[i], won: i % 2 == 0);
    }

    /// <summary>Until every webhook is delivered and every message done, or in the hands of a person.</summary>
    private async Task UntilCalmAsync()
    {
        var begin = TimeProvider.System.GetTimestamp();
        var quiet = 0;
        while (quiet < 5)
        {
            if (TimeProvider.System.GetElapsedTime(begin) > CalmWithin)
                throw new TimeoutException($"FAULTS_SEED={Seed}: not calm after {CalmWithin}: {await UndoneAsync()}.");
            quiet = await Sandbox.WebhooksWaitingAsync() == 0 && await UndoneAsync() is "" ? quiet + 1 : 0;
            // Five quiet moments, longer than a direct debit takes to be known.
            await Task.Delay(1000);
        }
    }

    private async Task<string> UndoneAsync()
    {
        await using var db = Site.Database();
        var undone = new[] { MessageState.Waiting, MessageState.Taken };
        var inbox = await db.Inbox.AsNoTracking().Where(m => undone.Contains(m.State)).ToListAsync();
        var outbox = await db.Outbox.AsNoTracking().Where(m => undone.Contains(m.State)).ToListAsync();
        return string.Join("; ", inbox.Concat<Message>(outbox).Take(8).Select(m => $"{m.Kind} {m.State}, tried {m.Attempts} times, due {m.DueAt:T}: {m.LastError}"));
    }

    private async Task<long> RaisedAsync()
    {
        using var answer = System.Text.Json.JsonDocument.Parse(await _http.GetStringAsync(new Uri(Site.Address, $"/api/v1/campaigns/{OneCampaign.Slug}")));
        return answer.RootElement.GetProperty("raised").GetInt64();
    }
}
