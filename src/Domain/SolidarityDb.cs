using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.CardTesting;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Jobs;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Mails;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Nodes;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;
using Solidarity.Domain.PayoutReports;
using Solidarity.Domain.People;
using Solidarity.Domain.Pictures;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Receipts;
using Solidarity.Domain.Reports;
using Solidarity.Domain.Reviews;
using Solidarity.Domain.Settings;
using Solidarity.Domain.Trail;
using Solidarity.Domain.Updates;

namespace Solidarity.Domain;

/// <summary>The database. Each topic configures its own tables; what is odd about one provider stays in that provider's project.</summary>
public class SolidarityDb(DbContextOptions<SolidarityDb> options) : DbContext(options)
{
    /// <summary>Of many at the same moment one comes through each time: more than will ever save at once.</summary>
    private const int Tries = 20;

    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonSession> Sessions => Set<PersonSession>();

    public DbSet<SignIn> SignIns => Set<SignIn>();

    public DbSet<SignUp> SignUps => Set<SignUp>();

    public DbSet<EmailChange> EmailChanges => Set<EmailChange>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<CardTrace> CardTraces => Set<CardTrace>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<TrailEntry> Trail => Set<TrailEntry>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<StoryVersion> StoryVersions => Set<StoryVersion>();

    public DbSet<StoryDraft> StoryDrafts => Set<StoryDraft>();

    public DbSet<ProjectTranslation> ProjectTranslations => Set<ProjectTranslation>();

    public DbSet<ProjectQuestion> ProjectQuestions => Set<ProjectQuestion>();

    public DbSet<ProjectPerson> ProjectPeople => Set<ProjectPerson>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<CampaignNeed> CampaignNeeds => Set<CampaignNeed>();

    public DbSet<CampaignAddition> CampaignAdditions => Set<CampaignAddition>();

    public DbSet<CampaignTotals> CampaignTotals => Set<CampaignTotals>();

    public DbSet<CampaignDay> CampaignDays => Set<CampaignDay>();

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<Transfer> Transfers => Set<Transfer>();

    public DbSet<TransferReversal> TransferReversals => Set<TransferReversal>();

    public DbSet<Payout> Payouts => Set<Payout>();

    public DbSet<PayoutItem> PayoutItems => Set<PayoutItem>();

    public DbSet<PartnerMovement> PartnerMovements => Set<PartnerMovement>();

    public DbSet<PartnerStatement> PartnerStatements => Set<PartnerStatement>();

    public DbSet<PayoutReport> PayoutReports => Set<PayoutReport>();

    public DbSet<PayoutReportFile> PayoutReportFiles => Set<PayoutReportFile>();

    public DbSet<PayoutReportReader> PayoutReportReaders => Set<PayoutReportReader>();

    public DbSet<Donation> Donations => Set<Donation>();

    public DbSet<DonationLine> DonationLines => Set<DonationLine>();

    public DbSet<DonationMove> DonationMoves => Set<DonationMove>();

    public DbSet<MealProgramme> MealProgrammes => Set<MealProgramme>();

    public DbSet<MealPartner> MealPartners => Set<MealPartner>();

    public DbSet<CareSite> CareSites => Set<CareSite>();

    public DbSet<MealSlot> MealSlots => Set<MealSlot>();

    public DbSet<MealOrder> MealOrders => Set<MealOrder>();

    public DbSet<MealVoucher> MealVouchers => Set<MealVoucher>();

    public DbSet<VoucherMove> VoucherMoves => Set<VoucherMove>();

    public DbSet<MealDelivery> MealDeliveries => Set<MealDelivery>();

    public DbSet<MealThanks> MealThanks => Set<MealThanks>();

    public DbSet<MealCount> MealCounts => Set<MealCount>();

    public DbSet<CounterSheet> CounterSheets => Set<CounterSheet>();

    public DbSet<CounterSheetLine> CounterSheetLines => Set<CounterSheetLine>();
    public DbSet<MealWeek> MealWeeks => Set<MealWeek>();

    public DbSet<MealWaiting> MealWaitings => Set<MealWaiting>();

    public DbSet<Dedication> Dedications => Set<Dedication>();

    public DbSet<Refund> Refunds => Set<Refund>();

    public DbSet<Dispute> Disputes => Set<Dispute>();

    public DbSet<LedgerAccount> LedgerAccounts => Set<LedgerAccount>();

    public DbSet<LedgerTransaction> LedgerTransactions => Set<LedgerTransaction>();

    public DbSet<Posting> Postings => Set<Posting>();

    public DbSet<Difference> Differences => Set<Difference>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<ReceiptSeries> ReceiptSeries => Set<ReceiptSeries>();

    public DbSet<Picture> Pictures => Set<Picture>();

    public DbSet<Update> Updates => Set<Update>();

    public DbSet<UpdateAnswer> UpdateAnswers => Set<UpdateAnswer>();

    public DbSet<Follow> Follows => Set<Follow>();

    public DbSet<MailChoice> MailChoices => Set<MailChoice>();

    public DbSet<Mailing> Mailings => Set<Mailing>();

    public DbSet<Thanks> Thanks => Set<Thanks>();

    public DbSet<RefundOrder> RefundOrders => Set<RefundOrder>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<MailRecord> MailRecords => Set<MailRecord>();

    public DbSet<SettingsVersion> SettingsVersions => Set<SettingsVersion>();

    public DbSet<SealingKey> SealingKeys => Set<SealingKey>();

    public DbSet<PageDrop> PageDrops => Set<PageDrop>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    /// <summary>
    /// Runs <paramref name="work"/> in one database transaction, again from the start if the server says that it may be tried again:
    /// so the work must not reach outside the database, and reads in here what it changes. Inside another transaction it simply runs.
    /// </summary>
    /// <exception cref="CommitInDoubtException">The connection broke while the server was committing. It is not tried again: it may be done.</exception>
    public async Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        if (Database.CurrentTransaction is not null)
            return await work();
        var strategy = Database.CreateExecutionStrategy();
        return await strategy.ExecuteAsync(async () =>
        {
            ChangeTracker.Clear();
            await using var transaction = await Database.BeginTransactionAsync(cancel);
            var result = await InsideAsync(work);
            try
            {
                await transaction.CommitAsync(cancel);
            }
            catch (DbException e) when (strategy.RetriesOnFailure)
            {
                throw new CommitInDoubtException(e);
            }

            return result;
        });
    }

    public Task InTransactionAsync(Func<Task> work, CancellationToken cancel) =>
        InTransactionAsync(async () =>
        {
            await work();
            return true;
        }, cancel);

    /// <summary>Everything that <paramref name="read"/> reads is of one moment, and nobody who writes waits for it.</summary>
    public async Task<T> InSnapshotAsync<T>(Func<Task<T>> read, CancellationToken cancel) =>
        await Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await Database.BeginTransactionAsync(IsolationLevel.Snapshot, cancel);
            return await InsideAsync(read);
        });

    /// <summary>Whether a transaction was begun, whose connection must stay open (<see cref="OneConnection"/>).</summary>
    internal bool IsInTransaction { get; private set; }

    private async Task<T> InsideAsync<T>(Func<Task<T>> work)
    {
        IsInTransaction = Database.GetDbConnection().State == ConnectionState.Open;
        try
        {
            return await work();
        }
        finally
        {
            IsInTransaction = false;
        }
    }

    /// <summary>Saves something with the next free number or word, again from the start where somebody else has taken it at the same moment.</summary>
    public async Task<T> UntilFreeAsync<T>(Func<Task<T>> save)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await save();
            }
            catch (DbUpdateException) when (tries < Tries)
            {
                ChangeTracker.Clear();
            }
        }
    }

    /// <exception cref="Refusal">Somebody else changed one of the rows since it was read, or asked for the same message a moment before: nothing is saved.</exception>
    public async Task SaveOrRefuseAsync(CancellationToken cancel)
    {
        var asked = ChangeTracker.Entries<OutboxMessage>().Where(e => e.State == EntityState.Added).Select(e => (e.Entity.SubjectId, e.Entity.Kind)).ToList();
        try
        {
            await SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            ChangeTracker.Clear();
            throw new Refusal(Reason.ChangedMeanwhile);
        }
        catch (DbUpdateException) when (asked.Count > 0)
        {
            ChangeTracker.Clear();
            foreach (var (subject, kind) in asked)
            {
                if (await Outbox.AnyAsync(m => m.SubjectId == subject && m.Kind == kind, cancel))
                    throw new Refusal(Reason.ChangedMeanwhile);
            }

            throw;
        }
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RenewVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RenewVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SolidarityDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Words, not numbers: the treasurer reads the tables too.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32).AreUnicode(false);
        configurationBuilder.Properties<string>().HaveMaxLength(200);
    }

    /// <summary>Every row with a Version gets a new one when it changes: two people who changed the same row do not overwrite each other.</summary>
    private void RenewVersions()
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            if (entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true })
                entry.Property("Version").CurrentValue = Guid.CreateVersion7(Now);
        }
    }

    /// <summary>A version needs to be new, not true to any clock, so the system's will do even where tests and the demo set another.</summary>
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
