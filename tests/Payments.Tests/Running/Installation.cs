using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;
using Solidarity.Domain.Projects;
using Solidarity.Payments.Checkout;
using Solidarity.Payments.Onboarding;
using Solidarity.Payments.Refunds;
using Solidarity.Payments.Transfers;
using Solidarity.Payments.Webhooks;
using Solidarity.TestDatabases;
using Stripe;

namespace Solidarity.Payments.Tests.Running;

/// <summary>The payments of one site: a migrated database of its own, one campaign, and an emptied sandbox. Nothing happens unless the test asks for it.</summary>
public sealed class Installation : IAsyncDisposable
{
    public const string WebhookSecret = "whsec_payments_tests";

    public const string ConnectWebhookSecret = "whsec_payments_tests_connect";

    private static readonly Site Where = new() { PublicUrl = new Uri("https://give.example.org") };

    private readonly OwnDatabase _database;
    private readonly ServiceProvider _services;

    private Installation(StripeSandbox sandbox, OwnDatabase database)
    {
        Sandbox = sandbox;
        _database = database;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Where);
        services.AddSingleton(new Domain.Receipts.IssuerParty("The Association", "1 Street", "1000", "Brussels", "BE", null, "help@mail.example"));
        services.AddSingleton<ICheckoutWords, Words>();
        services.AddDbContext<SolidarityDb>(options => database.Use(options).AddInterceptors(Crashes));
        services.AddPayments(new StripeSettings { ApiKey = "sk_test_payments_tests", ApiBase = sandbox.Address, WebhookSecret = WebhookSecret, ConnectWebhookSecret = ConnectWebhookSecret });
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public StripeSandbox Sandbox { get; }

    public FakeClock Clock { get; } = new();

    /// <summary>By the site's clock on the wall: late in the evening it is a day ahead of UTC.</summary>
    public DateOnly Today => Where.DayOf(Clock.GetUtcNow());

    public Errors Log { get; } = new();

    public Crashes Crashes { get; } = new();

    public IStripeClient Stripe => _services.GetRequiredService<IStripeClient>();

    public Campaign Campaign { get; private set; } = null!;

    public string Account { get; private set; } = null!;

    public static async Task<Installation> StartAsync(StripeSandbox sandbox, FeeBearer bearer = FeeBearer.Recipient)
    {
        await sandbox.ControlAsync("reset");
        var site = new Installation(sandbox, await OwnDatabase.MigratedAsync("payments"));
        await site.SeedAsync(bearer);
        return site;
    }

    /// <summary>One class, with a database context of its own, as each request and each worker has.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task WithAsync<TService>(Func<TService, Task> work)
        where TService : notnull => WithAsync<TService, bool>(async service =>
        {
            await work(service);
            return true;
        });

    public Task<T> DbAsync<T>(Func<SolidarityDb, Task<T>> read) => WithAsync(read);

    /// <summary>A gift, paid, with everything done that follows from it.</summary>
    public async Task<Guid> GiveAsync(long gift = 2500, long tip = 0, bool addFees = false, string card = Cards.Pays)
    {
        var id = await PayAsync(gift, tip, addFees, card);
        await SettleAsync();
        return id;
    }

    /// <summary>A gift, paid, whose partner cannot be paid when we hear of it.</summary>
    public async Task<Guid> GiveToUnreadyPartnerAsync(string card = Cards.Pays)
    {
        var id = await PayAsync(card: card);
        await PartnerMayBePaidAsync(false);
        await SettleAsync();
        return id;
    }

    /// <summary>A gift, paid, that we have not heard of yet.</summary>
    public async Task<Guid> PayAsync(long gift = 2500, long tip = 0, bool addFees = false, string card = Cards.Pays)
    {
        var request = new GiftRequest(Campaign.Slug, Money.Eur(gift), tip == 0 ? null : Money.Eur(tip), addFees, "ann@example.org", "Ann", null, false, false, "en");
        var donation = await WithAsync<StartDonation, Donation>(start => start.RunAsync(request, default));
        var checkout = await WithAsync<OpenCheckout, Uri>(open => open.RunAsync(donation.Id, default));
        await Sandbox.PayAsync(checkout, card);
        return donation.Id;
    }

    /// <summary>Takes in every event, oldest first, and works on both queues until nothing is due.</summary>
    public async Task SettleAsync()
    {
        await TakeInAsync();
        await DrainInboxAsync();
        await DrainOutboxAsync();
    }

    public async Task TakeInAsync()
    {
        foreach (var stripeEvent in await EventsAsync())
            await WithAsync<ReceiveWebhook>(receive => receive.StoreAsync(stripeEvent));
    }

    /// <summary>Oldest first; the platform's own, or those of a connected account.</summary>
    public async Task<List<Event>> EventsAsync(string? account = null)
    {
        var events = new List<Event>();
        await foreach (var stripeEvent in new EventService(Stripe).ListAutoPagingAsync(new EventListOptions { Limit = 100 }, new RequestOptions { StripeAccount = account }))
            events.Add(stripeEvent);
        events.Reverse();
        return events;
    }

    public Task DrainInboxAsync() => DrainAsync<InboxMessage>((services, message) => services.GetRequiredService<HandleStripeEvent>().RunAsync(message, default));

    public Task DrainOutboxAsync() => DrainAsync<OutboxMessage>((services, message) => message.Kind switch
    {
        OutboxKinds.Transfer => services.GetRequiredService<MakeTransfer>().RunAsync(message.SubjectId, default),
        OutboxKinds.Refund => services.GetRequiredService<RefundDonation>().RunAsync(message.SubjectId, default),
        OutboxKinds.TransferReversal => services.GetRequiredService<ReverseTransfer>().RunAsync(message.SubjectId, default),
        _ => Task.CompletedTask,
    });

    public Task<Donation> DonationAsync(Guid id) => DbAsync(db => db.Donations.AsNoTracking().Include(d => d.Lines).Include(d => d.Moves).SingleAsync(d => d.Id == id));

    public Task<Domain.Partners.Transfer> TransferAsync(Guid donationId) => DbAsync(db => db.Transfers.AsNoTracking().SingleAsync(t => t.DonationId == donationId));

    public Task<Partner> PartnerAsync(Guid? id = null) => DbAsync(db => db.Partners.AsNoTracking().SingleAsync(p => p.Id == (id ?? Campaign.PartnerId)));

    /// <summary>Oldest first, with what they were made of.</summary>
    public Task<List<Domain.Partners.Payout>> PayoutsAsync() => DbAsync(db => db.Payouts.AsNoTracking().Include(p => p.Items).OrderBy(p => p.Id).ToListAsync());

    /// <summary>A week passes, and Stripe pays the partner's bank. We have not heard of it yet.</summary>
    /// <returns>Stripe's id of the payout.</returns>
    public async Task<string> PayOutAsync(string status = "paid")
    {
        await AdvanceAsync(TimeSpan.FromDays(7));
        return (string)(await Sandbox.ControlAsync("payouts", ("account", Account), ("status", status)))["data"]![0]!["id"]!;
    }

    /// <summary>Takes in the events of the partner's account, and works on them.</summary>
    public async Task HearOfPartnerAsync()
    {
        foreach (var stripeEvent in await EventsAsync(Account))
            await WithAsync<ReceiveWebhook>(receive => receive.StoreAsync(stripeEvent));
        await DrainInboxAsync();
    }

    public Task<OutboxMessage> MessageAsync(string kind, Guid subject) => DbAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Kind == kind && m.SubjectId == subject));

    public Task<long> BalanceAsync(string account) => DbAsync(db => db.LedgerAccounts.Where(a => a.Code == account).SumAsync(a => a.BalanceMinor));

    public Task<long> CampaignBalanceAsync() => BalanceAsync(Accounts.Campaign(Campaign.Id));

    public Task<long> PartnerBalanceAsync() => BalanceAsync(Accounts.Partner(Campaign.PartnerId));

    public Task<CampaignTotals> TotalsAsync() => DbAsync(db => db.CampaignTotals.AsNoTracking().SingleAsync());

    public async Task<string> ChargeAsync(Guid donationId) => (await DonationAsync(donationId)).ChargeId!;

    /// <summary>What somebody orders in Stripe's dashboard.</summary>
    public async Task<Stripe.Refund> RefundAsync(Guid donationId, long? amount = null) =>
        await new RefundService(Stripe).CreateAsync(new RefundCreateOptions { Charge = await ChargeAsync(donationId), Amount = amount });

    public async Task<string> DisputeAsync(Guid donationId, long? amount = null)
    {
        var charge = await ChargeAsync(donationId);
        var dispute = amount is { } part ? await Sandbox.ControlAsync("disputes", ("charge", charge), ("amount", part)) : await Sandbox.ControlAsync("disputes", ("charge", charge));
        return (string)dispute["id"]!;
    }

    public Task DecideAsync(string dispute, bool won) => Sandbox.ControlAsync("disputes/" + dispute, ("status", won ? "won" : "lost"));

    /// <summary>Stripe decides about the partner's account, and we hear of it.</summary>
    public async Task PartnerMayBePaidAsync(bool may)
    {
        await Sandbox.ControlAsync("accounts/" + Account, ("transfers", may ? "active" : "inactive"));
        await WithAsync<SyncPartner>(sync => sync.RunAsync(Account, default));
    }

    /// <summary>Both clocks.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        Clock.Advance(by);
        await Sandbox.ControlAsync("clock", ("advance", (long)by.TotalSeconds));
    }

    /// <summary>The ledger agrees with itself, and stripe:balance with Stripe's own books.</summary>
    public async Task AssertBooksAsync()
    {
        Assert.Empty((await WithAsync<VerifyLedger, LedgerReport>(verify => verify.RunAsync(default))).Faults);
        Assert.Equal((long?)(await Sandbox.BooksAsync())["balances"]!["eur"] ?? 0, await BalanceAsync(Accounts.StripeBalance));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task DrainAsync<TMessage>(Func<IServiceProvider, TMessage, Task> handle)
        where TMessage : Message
    {
        while (await WithAsync<MessageQueue<TMessage>, List<TMessage>>(queue => queue.TakeAsync(20, default)) is { Count: > 0 } batch)
        {
            foreach (var message in batch)
            {
                try
                {
                    await WithAsync<IServiceProvider>(services => handle(services, message));
                    await WithAsync<MessageQueue<TMessage>>(queue => queue.DoneAsync(message, default));
                }
                catch (Exception e)
                {
                    await WithAsync<MessageQueue<TMessage>>(queue => queue.FailedAsync(message, $"{e.GetType().Name}: {e.Message}", default));
                }
            }
        }
    }

    private async Task SeedAsync(FeeBearer bearer)
    {
        var account = await new AccountService(Stripe).CreateAsync(new AccountCreateOptions
        {
            Type = "express",
            Country = "BE",
            Email = "soup@example.org",
            Capabilities = new AccountCapabilitiesOptions { Transfers = new AccountCapabilitiesTransfersOptions { Requested = true } },
        });
        Account = account.Id;
        await Sandbox.ControlAsync("accounts/" + Account, ("transfers", "active"), ("payouts_enabled", "true"), ("details_submitted", "true"));
        var organisation = new Organisation { Id = Guid.NewGuid(), Slug = "soup", Name = "Soup", Country = "BE", Email = "soup@example.org" };
        var partner = new Partner { Id = Guid.NewGuid(), OrganisationId = organisation.Id, Name = "Soup", StripeAccountId = Account, TransfersActive = true };
        var project = new Project
        {
            Id = Guid.NewGuid(),
            OrganisationId = organisation.Id,
            Slug = "soup",
            Title = "Soup",
            Summary = "Soup",
            Language = "en",
            Place = "Gent",
            Story = "Soup.",
        };
        project.MoveTo(ProjectStatus.InReview, DateTimeOffset.UnixEpoch, "test");
        project.MoveTo(ProjectStatus.Live, DateTimeOffset.UnixEpoch, "test");
        var id = Guid.NewGuid();
        Campaign = new Campaign
        {
            Id = id,
            ProjectId = project.Id,
            PartnerId = partner.Id,
            Slug = "soup",
            Title = "Soup",
            Summary = "Soup",
            CurrencyCode = "EUR",
            FeeBearer = bearer,
            Totals = new CampaignTotals { CampaignId = id },
        };
        Campaign.MoveTo(CampaignStatus.InReview, Clock.GetUtcNow(), "test");
        Campaign.MoveTo(CampaignStatus.Live, Clock.GetUtcNow(), "test");
        await WithAsync<SolidarityDb>(db =>
        {
            db.AddRange(organisation, partner, project, Campaign);
            return db.SaveChangesAsync();
        });
    }

    private sealed class Words : ICheckoutWords
    {
        public string Tip(string language) => "Tip";

        public string Fees(string language) => "Fees";
    }
}
