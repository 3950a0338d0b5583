using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Receipts;

namespace Solidarity.Domain.Tests;

/// <summary>The smallest true rows: an organisation with a project, a campaign that takes gifts, and gifts that were paid.</summary>
public static class Seed
{
    public static IssuerParty Issuer { get; } = new("The Association", "1 Street", "1000", "Brussels", "BE", null, "help@mail.example");

    public static Site Site { get; } = new() { PublicUrl = new Uri("https://give.example.org") };

    public static Organisation Organisation(string slug = "neighbours") =>
        new() { Id = Guid.NewGuid(), Slug = slug, Name = "Neighbours", Country = "BE", Email = "hello@example.org" };

    public static Partner Partner(Organisation of, string? account = "acct_soup", bool active = true) =>
        new() { Id = Guid.NewGuid(), OrganisationId = of.Id, Name = "Soup kitchen", StripeAccountId = account, TransfersActive = active };

    public static Project Draft(Organisation of, string slug = "soup") =>
        new() { Id = Guid.NewGuid(), OrganisationId = of.Id, Slug = slug, Title = "Soup", Summary = "Soup for all", Language = "en", Place = "Gent", Story = "We cook." };

    public static Project Project(Organisation of, string slug = "soup")
    {
        var project = Draft(of, slug);
        project.MoveTo(ProjectStatus.InReview, DateTimeOffset.UnixEpoch, "test");
        project.MoveTo(ProjectStatus.Live, DateTimeOffset.UnixEpoch, "test");
        return project;
    }

    public static Campaign Campaign(
        Project of, Partner partner, string slug = "soup", string currency = "EUR", FeeBearer bearer = FeeBearer.Recipient,
        CampaignStatus status = CampaignStatus.Live, DateTimeOffset? endsAt = null, long? goal = null)
    {
        var id = Guid.NewGuid();
        var campaign = new Campaign
        {
            Id = id,
            ProjectId = of.Id,
            PartnerId = partner.Id,
            Slug = slug,
            Title = "Soup",
            Summary = "Soup for all",
            CurrencyCode = currency,
            FeeBearer = bearer,
            EndsAt = endsAt,
            GoalMinor = goal,
            Totals = new CampaignTotals { CampaignId = id },
        };
        foreach (var step in PathTo(status))
            campaign.MoveTo(step, FakeClock.Noon, "test");
        return campaign;
    }

    /// <summary>Saves a campaign with all that it stands on.</summary>
    public static async Task<Campaign> CampaignAsync(
        this TestDatabase database, string slug = "soup", string currency = "EUR", FeeBearer bearer = FeeBearer.Recipient,
        CampaignStatus status = CampaignStatus.Live, DateTimeOffset? endsAt = null, bool canBePaid = true)
    {
        await using var db = database.Open();
        var organisation = Organisation(slug);
        var partner = Partner(organisation, $"acct_{slug}", canBePaid);
        var project = Project(organisation, slug);
        var campaign = Campaign(project, partner, slug, currency, bearer, status, endsAt);
        db.AddRange(organisation, partner, project, campaign);
        await db.SaveChangesAsync();
        return campaign;
    }

    public static GiftRequest Gift(
        string campaign = "soup", long amount = 2500, long? tip = null, string currency = "EUR", string email = "ann@example.org", string? name = "Ann",
        string? message = null, bool addFees = false, string language = "en", string? formKey = null) =>
        new(campaign, new Money(amount, Currency.Of(currency)), tip is { } t ? new Money(t, Currency.Of(currency)) : null, addFees, email, name, message, false, false, language, formKey);

    public static StartDonation Start(SolidarityDb db, TimeProvider clock) => new(db, new TakePlaces(db, Site, clock), Site, clock);

    public static async Task<Donation> StartAsync(this TestDatabase database, TimeProvider clock, GiftRequest? gift = null)
    {
        await using var db = database.Open();
        return await Start(db, clock).RunAsync(gift ?? Gift(), CancellationToken.None);
    }

    /// <summary>Starts a donation and books it as paid: state, receipt, ledger, lines, totals and day in one transaction.</summary>
    public static async Task<Donation> PaidAsync(this TestDatabase database, TimeProvider clock, GiftRequest? gift = null)
    {
        var started = await database.StartAsync(clock, gift);
        await using var db = database.Open();
        return await db.InTransactionAsync(async () =>
        {
            var donation = await db.Donations.Include(d => d.Lines).Include(d => d.Moves).SingleAsync(d => d.Id == started.Id);
            donation.ChargeId = $"ch_{donation.Id:N}";
            donation.MoveTo(DonationStatus.Paid, clock.GetUtcNow(), donation.ChargeId);
            await new IssueReceipt(db, Site, Issuer, clock).RunAsync(donation.Id, CancellationToken.None);
            await db.SaveChangesAsync();
            var campaign = donation.CampaignLines.First().CampaignId!.Value;
            var entry = new LedgerEntry(LedgerReason.Payment, $"charge:{donation.ChargeId}", clock.GetUtcNow(), donation.Id, campaign)
                .Post(Accounts.StripeBalance, donation.Amount, $"txn_{donation.Id:N}");
            foreach (var line in donation.Lines)
                entry.Post(line.CampaignId is { } id ? Accounts.Campaign(id) : Accounts.Tips, new Money(-line.AmountMinor, donation.Currency), donation.ChargeId);
            var transaction = await new PostToLedger(db).RunAsync(entry, CancellationToken.None);
            foreach (var line in donation.Lines)
                line.PaidTransactionId = transaction!.Id;
            await CountAsync(db, donation.Lines.Single(l => l.Kind == LineKind.Gift), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync();
            return donation;
        }, CancellationToken.None);
    }

    private static async Task CountAsync(SolidarityDb db, DonationLine gift, DateOnly day)
    {
        await db.CampaignTotals.Where(t => t.CampaignId == gift.CampaignId).ExecuteUpdateAsync(set => set
            .SetProperty(t => t.RaisedMinor, t => t.RaisedMinor + gift.AmountMinor).SetProperty(t => t.Donations, t => t.Donations + 1));
        var counted = await db.CampaignDays.Where(d => d.CampaignId == gift.CampaignId && d.Day == day).ExecuteUpdateAsync(set => set
            .SetProperty(d => d.RaisedMinor, d => d.RaisedMinor + gift.AmountMinor).SetProperty(d => d.Donations, d => d.Donations + 1));
        if (counted == 0)
            db.CampaignDays.Add(new CampaignDay { CampaignId = gift.CampaignId!.Value, Day = day, RaisedMinor = gift.AmountMinor, Donations = 1 });
    }

    private static CampaignStatus[] PathTo(CampaignStatus status) => status switch
    {
        CampaignStatus.Draft => [],
        CampaignStatus.InReview => [CampaignStatus.InReview],
        CampaignStatus.Live => [CampaignStatus.InReview, CampaignStatus.Live],
        _ => [CampaignStatus.InReview, CampaignStatus.Live, status],
    };
}
