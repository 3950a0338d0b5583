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

public partial class SolidarityDb
{
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
}
