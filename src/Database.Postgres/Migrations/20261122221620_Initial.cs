using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Solidarity.Database.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Attempts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Key = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attempts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CardTraces",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DonationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Network = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false, collation: "C"),
                    Card = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true, collation: "C"),
                    Browser = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true, collation: "C"),
                    ChargeId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true, collation: "C"),
                    Weight = table.Column<int>(type: "integer", nullable: false),
                    Small = table.Column<bool>(type: "boolean", nullable: false),
                    Meals = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardTraces", x => x.Id);
                    table.CheckConstraint("CK_CardTrace_Counts", "\"Weight\" >= 0 AND \"Meals\" >= 0");
                    table.CheckConstraint("CK_CardTrace_Kind", "\"Kind\" IN ('Asked', 'Begun', 'Declined', 'Paid')");
                });

            migrationBuilder.CreateTable(
                name: "Differences",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    StripeId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: false, collation: "C"),
                    What = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    FoundAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SettledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Differences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Donations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Token = table.Column<string>(type: "character varying(27)", unicode: false, maxLength: 27, nullable: false, collation: "C"),
                    FormKey = table.Column<string>(type: "character varying(100)", unicode: false, maxLength: 100, nullable: true, collation: "C"),
                    Status = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: false, collation: "C"),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    EmailKey = table.Column<string>(type: "character varying(320)", unicode: false, maxLength: 320, nullable: false, collation: "C"),
                    ErasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Message = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    WordsHiddenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HiddenFromPublic = table.Column<bool>(type: "boolean", nullable: false),
                    HiddenFromOwner = table.Column<bool>(type: "boolean", nullable: false),
                    WantsUpdates = table.Column<bool>(type: "boolean", nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PaidAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SessionId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true, collation: "C"),
                    CheckoutUrl = table.Column<string>(type: "character varying(2000)", unicode: false, maxLength: 2000, nullable: true, collation: "C"),
                    ChargeId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true, collation: "C"),
                    FeeMinor = table.Column<long>(type: "bigint", nullable: true),
                    PaidWith = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RefundedMinor = table.Column<long>(type: "bigint", nullable: false),
                    ChasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Donations", x => x.Id);
                    table.CheckConstraint("CK_Donation_Amount", "\"AmountMinor\" > 0 AND \"RefundedMinor\" >= 0 AND \"RefundedMinor\" <= \"AmountMinor\"");
                    table.CheckConstraint("CK_Donation_PaidHasCharge", "\"PaidAt\" IS NULL OR \"ChargeId\" IS NOT NULL");
                    table.CheckConstraint("CK_Donation_Status", "\"Status\" IN ('Started', 'Processing', 'Paid', 'PartlyRefunded', 'Refunded', 'Disputed', 'Lost', 'Failed', 'Expired')");
                });

            migrationBuilder.CreateTable(
                name: "Inbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EventId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: false, collation: "C"),
                    ObjectId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: false, collation: "C"),
                    StripeAccountId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(100)", unicode: false, maxLength: 100, nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Lease = table.Column<Guid>(type: "uuid", nullable: true),
                    LeasedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastError = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    DoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inbox", x => x.Id);
                    table.CheckConstraint("CK_InboxMessage_State", "\"State\" IN ('Waiting', 'Taken', 'Done', 'NeedsPerson')");
                });

            migrationBuilder.CreateTable(
                name: "JobRuns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Job = table.Column<string>(type: "character varying(100)", unicode: false, maxLength: 100, nullable: false, collation: "C"),
                    Node = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    Done = table.Column<int>(type: "integer", nullable: true),
                    Error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobRuns", x => x.Id);
                    table.CheckConstraint("CK_JobRun_Outcome", "\"Outcome\" IN ('Succeeded', 'Failed')");
                });

            migrationBuilder.CreateTable(
                name: "LedgerAccounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "character varying(100)", unicode: false, maxLength: 100, nullable: false, collation: "C"),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: false, collation: "C"),
                    BalanceMinor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerAccounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Letters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    To = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    ToName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    Args = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Quote = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Link = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Letters", x => x.Id);
                    table.CheckConstraint("CK_Letter_Kind", "\"Kind\" IN ('ConfirmAddress', 'AccountExists', 'ResetPassword', 'NoAccount', 'Invitation', 'ProjectPublished', 'ProjectPublishedUnpaid', 'ProjectSentBack', 'ProjectSuspended', 'ProjectReinstated', 'ReportActed', 'ReportedProjectSuspended', 'ReportedUpdateRemoved', 'ReportedAnswerRemoved', 'ReportDismissed', 'ModerationWaits', 'PasswordChanged', 'PasskeyAdded', 'PasskeyRemoved', 'SecondFactorOn', 'SecondFactorOff', 'RecoveryCodesRenewed', 'EmailChangeAsked', 'EmailChangeConfirm', 'EmailChanged', 'ConfirmFollow', 'ConfirmWaiting', 'MealsFree', 'Card', 'MyGifts', 'UpdateTakenAway', 'UpdateBroughtBack', 'FactorsTakenAway', 'PlatformRoleChanged', 'MemberRoleChanged', 'MemberRemoved', 'AccountClosed', 'MealsShort', 'MealsShortOwner', 'RestaurantApplied', 'RestaurantAccepted', 'RestaurantAcceptedUnpaid', 'RestaurantRefused', 'RestaurantPaused', 'RestaurantResumed', 'CardTesting', 'Erased')");
                });

            migrationBuilder.CreateTable(
                name: "MailChoices",
                columns: table => new
                {
                    Email = table.Column<string>(type: "character varying(254)", unicode: false, maxLength: 254, nullable: false, collation: "C"),
                    Token = table.Column<string>(type: "character varying(27)", unicode: false, maxLength: 27, nullable: false, collation: "C"),
                    Updates = table.Column<bool>(type: "boolean", nullable: false),
                    Thanks = table.Column<bool>(type: "boolean", nullable: false),
                    BouncedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    BounceReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailChoices", x => x.Email);
                });

            migrationBuilder.CreateTable(
                name: "MailRecords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MessageId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true, collation: "C"),
                    To = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Subject = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    Error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailRecords", x => x.Id);
                    table.CheckConstraint("CK_MailRecord_Outcome", "\"Outcome\" IN ('Sent', 'Rejected', 'Failed')");
                });

            migrationBuilder.CreateTable(
                name: "Organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "character varying(100)", unicode: false, maxLength: 100, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    Country = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    Street = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PostalCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    City = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Registration = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    VerifiedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisations", x => x.Id);
                    table.CheckConstraint("CK_Organisation_Kind", "\"Kind\" IN ('Association', 'Institution', 'Company')");
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(100)", unicode: false, maxLength: 100, nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Lease = table.Column<Guid>(type: "uuid", nullable: true),
                    LeasedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastError = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    DoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                    table.CheckConstraint("CK_OutboxMessage_State", "\"State\" IN ('Waiting', 'Taken', 'Done', 'NeedsPerson')");
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    PlatformRole = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    NoModerationLetters = table.Column<bool>(type: "boolean", nullable: false),
                    LastCodeStep = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ErasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UserName = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: true, collation: "C"),
                    NormalizedUserName = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: true, collation: "C"),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "character varying(200)", unicode: false, maxLength: 200, nullable: true, collation: "C"),
                    SecurityStamp = table.Column<string>(type: "character varying(200)", unicode: false, maxLength: 200, nullable: true, collation: "C"),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(200)", unicode: false, maxLength: 200, nullable: true, collation: "C"),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                    table.CheckConstraint("CK_Person_PlatformRole", "\"PlatformRole\" IN ('None', 'Moderator', 'Administrator')");
                });

            migrationBuilder.CreateTable(
                name: "ReceiptSeries",
                columns: table => new
                {
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceiptSeries", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "SignUps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    NormalizedEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    PasswordHash = table.Column<string>(type: "character varying(200)", unicode: false, maxLength: 200, nullable: true, collation: "C"),
                    TokenHash = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false, collation: "C"),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignUps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Dedications",
                columns: table => new
                {
                    DonationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Honoured = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ShownOnWall = table.Column<bool>(type: "boolean", nullable: false),
                    CardEmail = table.Column<string>(type: "character varying(254)", unicode: false, maxLength: 254, nullable: true, collation: "C"),
                    CardLanguage = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: true, collation: "C"),
                    CardOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CardSentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dedications", x => x.DonationId);
                    table.ForeignKey(
                        name: "FK_Dedications_Donations_DonationId",
                        column: x => x.DonationId,
                        principalTable: "Donations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Disputes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DonationId = table.Column<Guid>(type: "uuid", nullable: false),
                    StripeDisputeId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: false, collation: "C"),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "character varying(50)", unicode: false, maxLength: 50, nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disputes", x => x.Id);
                    table.CheckConstraint("CK_Dispute_Amount", "\"AmountMinor\" > 0");
                    table.ForeignKey(
                        name: "FK_Disputes_Donations_DonationId",
                        column: x => x.DonationId,
                        principalTable: "Donations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DonationMoves",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DonationId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    To = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DonationMoves", x => x.Id);
                    table.CheckConstraint("CK_DonationMove_From", "\"From\" IN ('Started', 'Processing', 'Paid', 'PartlyRefunded', 'Refunded', 'Disputed', 'Lost', 'Failed', 'Expired')");
                    table.CheckConstraint("CK_DonationMove_To", "\"To\" IN ('Started', 'Processing', 'Paid', 'PartlyRefunded', 'Refunded', 'Disputed', 'Lost', 'Failed', 'Expired')");
                    table.ForeignKey(
                        name: "FK_DonationMoves_Donations_DonationId",
                        column: x => x.DonationId,
                        principalTable: "Donations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Receipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DonationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", unicode: false, maxLength: 20, nullable: false, collation: "C"),
                    Token = table.Column<string>(type: "character varying(27)", unicode: false, maxLength: 27, nullable: false, collation: "C"),
                    IssuedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Facts = table.Column<string>(type: "text", nullable: true),
                    GiverName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    GiverEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    MailedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Receipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Receipts_Donations_DonationId",
                        column: x => x.DonationId,
                        principalTable: "Donations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Refunds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DonationId = table.Column<Guid>(type: "uuid", nullable: false),
                    StripeRefundId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: false, collation: "C"),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "character varying(50)", unicode: false, maxLength: 50, nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PostedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Refunds", x => x.Id);
                    table.CheckConstraint("CK_Refund_Amount", "\"AmountMinor\" > 0");
                    table.ForeignKey(
                        name: "FK_Refunds_Donations_DonationId",
                        column: x => x.DonationId,
                        principalTable: "Donations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Partners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    StripeAccountId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true, collation: "C"),
                    DetailsSubmitted = table.Column<bool>(type: "boolean", nullable: false),
                    TransfersActive = table.Column<bool>(type: "boolean", nullable: false),
                    PayoutsEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    RequirementsDue = table.Column<string>(type: "character varying(1000)", unicode: false, maxLength: 1000, nullable: true, collation: "C"),
                    RequirementsDueBy = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UnderReview = table.Column<bool>(type: "boolean", nullable: false),
                    DisabledReason = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true, collation: "C"),
                    VatNumber = table.Column<string>(type: "character varying(14)", unicode: false, maxLength: 14, nullable: true, collation: "C"),
                    VatRate = table.Column<int>(type: "integer", nullable: true),
                    StripeSeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Partners", x => x.Id);
                    table.CheckConstraint("CK_Partner_VatRate", "\"VatRate\" BETWEEN 0 AND 10000");
                    table.ForeignKey(
                        name: "FK_Partners_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Pictures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Token = table.Column<string>(type: "character varying(27)", unicode: false, maxLength: 27, nullable: false, collation: "C"),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    UploadedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Alt = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Widths = table.Column<string>(type: "character varying(100)", unicode: false, maxLength: 100, nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pictures", x => x.Id);
                    table.CheckConstraint("CK_Picture_Alt", "\"Alt\" <> ''");
                    table.CheckConstraint("CK_Picture_Size", "\"Width\" > 0 AND \"Height\" > 0 AND \"Bytes\" > 0");
                    table.ForeignKey(
                        name: "FK_Pictures_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CounterSheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    MadeById = table.Column<Guid>(type: "uuid", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CounterSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CounterSheets_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CounterSheets_People_MadeById",
                        column: x => x.MadeById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EmailChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    OldEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    NewEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    OldTokenHash = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false, collation: "C"),
                    NewTokenHash = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false, collation: "C"),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    OldAgreedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    NewAgreedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmailChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EmailChanges_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Role = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    Greeting = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    InvitedById = table.Column<Guid>(type: "uuid", nullable: false),
                    Digest = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AcceptedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                    table.CheckConstraint("CK_Invitation_Role", "\"Role\" IN ('Owner', 'Editor', 'Accountant', 'Assistant')");
                    table.ForeignKey(
                        name: "FK_Invitations_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invitations_People_InvitedById",
                        column: x => x.InvitedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => new { x.OrganisationId, x.PersonId });
                    table.CheckConstraint("CK_Membership_Role", "\"Role\" IN ('Owner', 'Editor', 'Accountant', 'Assistant')");
                    table.ForeignKey(
                        name: "FK_Memberships_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Memberships_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Passkeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "bytea", maxLength: 800, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passkeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_Passkeys_People_UserId",
                        column: x => x.UserId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PersonClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClaimValue = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonClaims_People_UserId",
                        column: x => x.UserId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PersonLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProviderKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_PersonLogins_People_UserId",
                        column: x => x.UserId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PersonTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Value = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_PersonTokens_People_UserId",
                        column: x => x.UserId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RefundOrders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DonationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    Why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    OrderedById = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StripeRefundId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true, collation: "C"),
                    RefusedBecause = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefundOrders", x => x.Id);
                    table.CheckConstraint("CK_RefundOrder_Amount", "\"AmountMinor\" > 0");
                    table.ForeignKey(
                        name: "FK_RefundOrders_Donations_DonationId",
                        column: x => x.DonationId,
                        principalTable: "Donations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RefundOrders_People_OrderedById",
                        column: x => x.OrderedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ProvedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Strong = table.Column<bool>(type: "boolean", nullable: false),
                    Address = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true, collation: "C"),
                    Browser = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sessions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SettingsVersions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    Json = table.Column<string>(type: "text", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettingsVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SettingsVersions_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignIns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Means = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    Outcome = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    Address = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true, collation: "C"),
                    Browser = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignIns", x => x.Id);
                    table.CheckConstraint("CK_SignIn_Means", "\"Means\" IN ('Password', 'Passkey', 'SecondFactor', 'RecoveryCode')");
                    table.CheckConstraint("CK_SignIn_Outcome", "\"Outcome\" IN ('Succeeded', 'Refused', 'LockedOut', 'SecondFactorAsked')");
                    table.ForeignKey(
                        name: "FK_SignIns_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Trail",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Act = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false, collation: "C"),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Words = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Trail", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Trail_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Trail_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartnerMovements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    HappenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StripeId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerMovements", x => x.Id);
                    table.CheckConstraint("CK_PartnerMovement_Kind", "\"Kind\" IN ('Transfer', 'Reversal', 'Payout', 'Returned', 'Fee', 'Other', 'Joined')");
                    table.ForeignKey(
                        name: "FK_PartnerMovements_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartnerStatements",
                columns: table => new
                {
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    LastNumber = table.Column<int>(type: "integer", nullable: false),
                    ClosedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerStatements", x => x.PartnerId);
                    table.ForeignKey(
                        name: "FK_PartnerStatements_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PayoutReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    BeginsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: false, collation: "C"),
                    OpeningMinor = table.Column<long>(type: "bigint", nullable: false),
                    TransfersMinor = table.Column<long>(type: "bigint", nullable: false),
                    ReversalsMinor = table.Column<long>(type: "bigint", nullable: false),
                    PayoutsMinor = table.Column<long>(type: "bigint", nullable: false),
                    ReturnedMinor = table.Column<long>(type: "bigint", nullable: false),
                    FeesMinor = table.Column<long>(type: "bigint", nullable: false),
                    OtherMinor = table.Column<long>(type: "bigint", nullable: false),
                    ClosingMinor = table.Column<long>(type: "bigint", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    MadeById = table.Column<Guid>(type: "uuid", nullable: true),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    Facts = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PayoutReports", x => x.Id);
                    table.CheckConstraint("CK_PayoutReport_Kind", "\"Kind\" IN ('Week', 'Month', 'Own')");
                    table.CheckConstraint("CK_PayoutReport_Sum", "\"ClosingMinor\" = \"OpeningMinor\" + \"TransfersMinor\" + \"ReversalsMinor\" + \"PayoutsMinor\" + \"ReturnedMinor\" + \"FeesMinor\" + \"OtherMinor\"");
                    table.ForeignKey(
                        name: "FK_PayoutReports_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Payouts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    StripePayoutId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: false, collation: "C"),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: false, collation: "C"),
                    Status = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    ArrivesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ReturnedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FailureReason = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true, collation: "C"),
                    ItemsComplete = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payouts", x => x.Id);
                    table.CheckConstraint("CK_Payout_Status", "\"Status\" IN ('Pending', 'InTransit', 'Paid', 'Failed', 'Canceled')");
                    table.ForeignKey(
                        name: "FK_Payouts_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Projects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "character varying(100)", unicode: false, maxLength: 100, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Story = table.Column<string>(type: "character varying(40000)", maxLength: 40000, nullable: false),
                    StoryNumber = table.Column<int>(type: "integer", nullable: false),
                    Cover = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CoverAlt = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CoverPictureId = table.Column<Guid>(type: "uuid", nullable: true),
                    Status = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Projects", x => x.Id);
                    table.CheckConstraint("CK_Project_Status", "\"Status\" IN ('Draft', 'InReview', 'Live', 'Suspended')");
                    table.ForeignKey(
                        name: "FK_Projects_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Projects_Pictures_CoverPictureId",
                        column: x => x.CoverPictureId,
                        principalTable: "Pictures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PayoutReportFiles",
                columns: table => new
                {
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Pdf = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PayoutReportFiles", x => x.ReportId);
                    table.ForeignKey(
                        name: "FK_PayoutReportFiles_PayoutReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "PayoutReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PayoutReportReaders",
                columns: table => new
                {
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PayoutReportReaders", x => new { x.ReportId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_PayoutReportReaders_PayoutReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "PayoutReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Campaigns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "character varying(100)", unicode: false, maxLength: 100, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    Status = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    FeeBearer = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: false, collation: "C"),
                    GoalMinor = table.Column<long>(type: "bigint", nullable: true),
                    LaunchedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaigns", x => x.Id);
                    table.CheckConstraint("CK_Campaign_FeeBearer", "\"FeeBearer\" IN ('Platform', 'Recipient', 'Giver')");
                    table.CheckConstraint("CK_Campaign_Goal", "\"GoalMinor\" > 0");
                    table.CheckConstraint("CK_Campaign_Kind", "\"Kind\" IN ('Open', 'AllOrNothing', 'Meals')");
                    table.CheckConstraint("CK_Campaign_Status", "\"Status\" IN ('Draft', 'InReview', 'Live', 'Succeeded', 'Failed', 'Closed', 'Suspended')");
                    table.ForeignKey(
                        name: "FK_Campaigns_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Campaigns_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Follows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", unicode: false, maxLength: 254, nullable: false, collation: "C"),
                    Token = table.Column<string>(type: "character varying(27)", unicode: false, maxLength: 27, nullable: false, collation: "C"),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    Source = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Follows", x => x.Id);
                    table.CheckConstraint("CK_Follow_Source", "\"Source\" IN ('Form', 'Gift')");
                    table.ForeignKey(
                        name: "FK_Follows_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProjectMoves",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    To = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectMoves", x => x.Id);
                    table.CheckConstraint("CK_ProjectMove_From", "\"From\" IN ('Draft', 'InReview', 'Live', 'Suspended')");
                    table.CheckConstraint("CK_ProjectMove_To", "\"To\" IN ('Draft', 'InReview', 'Live', 'Suspended')");
                    table.ForeignKey(
                        name: "FK_ProjectMoves_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProjectPeople",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Part = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectPeople", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProjectPeople_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProjectQuestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Question = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Answer = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProjectQuestions_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProjectTranslations",
                columns: table => new
                {
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Story = table.Column<string>(type: "character varying(40000)", maxLength: 40000, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectTranslations", x => new { x.ProjectId, x.Language });
                    table.ForeignKey(
                        name: "FK_ProjectTranslations_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Why = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    Words = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Excerpt = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Reasons = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reports", x => x.Id);
                    table.CheckConstraint("CK_Report_Kind", "\"Kind\" IN ('Project', 'Message', 'Update', 'Answer')");
                    table.CheckConstraint("CK_Report_Outcome", "\"Outcome\" IN ('Open', 'Dismissed', 'Acted', 'BroughtBack')");
                    table.CheckConstraint("CK_Report_Why", "\"Why\" IN ('Fraud', 'Unlawful', 'Hateful', 'Personal', 'Misleading', 'Other')");
                    table.ForeignKey(
                        name: "FK_Reports_People_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reports_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoryDrafts",
                columns: table => new
                {
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Story = table.Column<string>(type: "character varying(40000)", maxLength: 40000, nullable: false),
                    BasedOn = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoryDrafts", x => new { x.ProjectId, x.Language, x.PersonId });
                    table.ForeignKey(
                        name: "FK_StoryDrafts_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StoryDrafts_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoryVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Story = table.Column<string>(type: "character varying(40000)", maxLength: 40000, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    BasedOn = table.Column<int>(type: "integer", nullable: false),
                    Aside = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoryVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StoryVersions_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StoryVersions_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Updates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Body = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    Audience = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    Status = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    PublishAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    HiddenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Updates", x => x.Id);
                    table.CheckConstraint("CK_Update_Audience", "\"Audience\" IN ('Everyone', 'Givers', 'MonthlyGivers')");
                    table.CheckConstraint("CK_Update_Published", "(\"Status\" = 'Published' AND \"PublishedAt\" IS NOT NULL) OR (\"Status\" <> 'Published' AND \"PublishedAt\" IS NULL)");
                    table.CheckConstraint("CK_Update_Status", "\"Status\" IN ('Draft', 'Scheduled', 'Published')");
                    table.ForeignKey(
                        name: "FK_Updates_People_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Updates_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampaignAdditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignAdditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampaignAdditions_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CampaignAdditions_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampaignDays",
                columns: table => new
                {
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    RaisedMinor = table.Column<long>(type: "bigint", nullable: false),
                    Donations = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignDays", x => new { x.CampaignId, x.Day });
                    table.ForeignKey(
                        name: "FK_CampaignDays_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampaignMoves",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    To = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignMoves", x => x.Id);
                    table.CheckConstraint("CK_CampaignMove_From", "\"From\" IN ('Draft', 'InReview', 'Live', 'Succeeded', 'Failed', 'Closed', 'Suspended')");
                    table.CheckConstraint("CK_CampaignMove_To", "\"To\" IN ('Draft', 'InReview', 'Live', 'Succeeded', 'Failed', 'Closed', 'Suspended')");
                    table.ForeignKey(
                        name: "FK_CampaignMoves_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampaignNeeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Detail = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    Required = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignNeeds", x => x.Id);
                    table.CheckConstraint("CK_CampaignNeed_Amount", "\"AmountMinor\" > 0");
                    table.ForeignKey(
                        name: "FK_CampaignNeeds_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampaignTotals",
                columns: table => new
                {
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    RaisedMinor = table.Column<long>(type: "bigint", nullable: false),
                    Donations = table.Column<long>(type: "bigint", nullable: false),
                    RefundedMinor = table.Column<long>(type: "bigint", nullable: false),
                    PassedOnMinor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignTotals", x => x.CampaignId);
                    table.CheckConstraint("CK_CampaignTotals_NotNegative", "\"RaisedMinor\" >= 0 AND \"Donations\" >= 0 AND \"RefundedMinor\" >= 0");
                    table.ForeignKey(
                        name: "FK_CampaignTotals_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerTransactions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Reason = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Reference = table.Column<string>(type: "character varying(300)", unicode: false, maxLength: 300, nullable: false, collation: "C"),
                    DonationId = table.Column<Guid>(type: "uuid", nullable: true),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: true),
                    Sealed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerTransactions", x => x.Id);
                    table.CheckConstraint("CK_LedgerTransaction_Reason", "\"Reason\" IN ('Payment', 'Fee', 'Due', 'Transfer', 'TransferReversal', 'Refund', 'RefundFailed', 'DisputeHeld', 'DisputeWon', 'DisputeLost', 'Payout', 'Other')");
                    table.ForeignKey(
                        name: "FK_LedgerTransactions_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LedgerTransactions_Donations_DonationId",
                        column: x => x.DonationId,
                        principalTable: "Donations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MealProgrammes",
                columns: table => new
                {
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitMinor = table.Column<long>(type: "bigint", nullable: false),
                    Rule = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    DeliverBy = table.Column<DateOnly>(type: "date", nullable: false),
                    WeeksAhead = table.Column<int>(type: "integer", nullable: false),
                    ApplicationKey = table.Column<string>(type: "character varying(27)", unicode: false, maxLength: 27, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealProgrammes", x => x.CampaignId);
                    table.CheckConstraint("CK_MealProgramme_Positive", "\"UnitMinor\" > 0 AND \"WeeksAhead\" > 0");
                    table.CheckConstraint("CK_MealProgramme_Rule", "\"Rule\" IN ('AnotherPartner', 'AnotherSite', 'Refund')");
                    table.ForeignKey(
                        name: "FK_MealProgrammes_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: true),
                    SubmittedById = table.Column<Guid>(type: "uuid", nullable: false),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Outcome = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Reasons = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Points = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviews", x => x.Id);
                    table.CheckConstraint("CK_Review_FourEyes", "\"DecidedById\" IS NULL OR \"DecidedById\" <> \"SubmittedById\" OR \"Outcome\" = 'Withdrawn'");
                    table.CheckConstraint("CK_Review_Outcome", "\"Outcome\" IN ('Pending', 'Published', 'SentBack', 'Withdrawn')");
                    table.ForeignKey(
                        name: "FK_Reviews_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reviews_People_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reviews_People_SubmittedById",
                        column: x => x.SubmittedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reviews_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Mailings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", unicode: false, maxLength: 254, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    FollowId = table.Column<Guid>(type: "uuid", nullable: true),
                    Token = table.Column<string>(type: "character varying(27)", unicode: false, maxLength: 27, nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Skipped = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mailings", x => x.Id);
                    table.CheckConstraint("CK_Mailing_Kind", "\"Kind\" IN ('Update', 'Thanks', 'MealsComing', 'MealsAwaited', 'MealsDelivered', 'MealThanks')");
                    table.CheckConstraint("CK_Mailing_Skipped", "\"Skipped\" IN ('Bounced', 'NotWanted', 'Withdrawn')");
                    table.ForeignKey(
                        name: "FK_Mailings_Follows_FollowId",
                        column: x => x.FollowId,
                        principalTable: "Follows",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UpdateAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UpdateId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EmailDigest = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false, collation: "C"),
                    HiddenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UpdateAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UpdateAnswers_Updates_UpdateId",
                        column: x => x.UpdateId,
                        principalTable: "Updates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DonationLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DonationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    RefundedMinor = table.Column<long>(type: "bigint", nullable: false),
                    PaidTransactionId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DonationLines", x => x.Id);
                    table.CheckConstraint("CK_DonationLine_Amount", "\"AmountMinor\" > 0 AND \"RefundedMinor\" >= 0 AND \"RefundedMinor\" <= \"AmountMinor\"");
                    table.CheckConstraint("CK_DonationLine_Campaign", "(\"Kind\" = 'Tip' AND \"CampaignId\" IS NULL) OR (\"Kind\" <> 'Tip' AND \"CampaignId\" IS NOT NULL)");
                    table.CheckConstraint("CK_DonationLine_Kind", "\"Kind\" IN ('Gift', 'Fees', 'Tip')");
                    table.ForeignKey(
                        name: "FK_DonationLines_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DonationLines_Donations_DonationId",
                        column: x => x.DonationId,
                        principalTable: "Donations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DonationLines_LedgerTransactions_PaidTransactionId",
                        column: x => x.PaidTransactionId,
                        principalTable: "LedgerTransactions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Postings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TransactionId = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: false, collation: "C"),
                    StripeId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Postings", x => x.Id);
                    table.CheckConstraint("CK_Posting_Amount", "\"AmountMinor\" <> 0");
                    table.ForeignKey(
                        name: "FK_Postings_LedgerAccounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "LedgerAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Postings_LedgerTransactions_TransactionId",
                        column: x => x.TransactionId,
                        principalTable: "LedgerTransactions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CareSites",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Ward = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Street = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PostalCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    City = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContactEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    ContactPhone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareSites", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CareSites_MealProgrammes_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "MealProgrammes",
                        principalColumn: "CampaignId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MealPartners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    Allergens = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    City = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Per = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    Capacity = table.Column<int>(type: "integer", nullable: false),
                    Days = table.Column<int>(type: "integer", unicode: false, maxLength: 32, nullable: false),
                    AppliedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PausedByItself = table.Column<bool>(type: "boolean", nullable: false),
                    Reasons = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealPartners", x => x.Id);
                    table.CheckConstraint("CK_MealPartner_Capacity", "\"Capacity\" > 0");
                    table.CheckConstraint("CK_MealPartner_Per", "\"Per\" IN ('Day', 'Week')");
                    table.CheckConstraint("CK_MealPartner_Status", "\"Status\" IN ('Applied', 'Accepted', 'Refused', 'Paused')");
                    table.ForeignKey(
                        name: "FK_MealPartners_MealProgrammes_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "MealProgrammes",
                        principalColumn: "CampaignId",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealPartners_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MealWeeks",
                columns: table => new
                {
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    Starts = table.Column<DateOnly>(type: "date", nullable: false),
                    Paid = table.Column<int>(type: "integer", nullable: false),
                    Cooked = table.Column<int>(type: "integer", nullable: false),
                    Delivered = table.Column<int>(type: "integer", nullable: false),
                    Confirmed = table.Column<int>(type: "integer", nullable: false),
                    Redeemed = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealWeeks", x => new { x.CampaignId, x.Starts });
                    table.CheckConstraint("CK_MealWeek_NotNegative", "\"Cooked\" >= 0 AND \"Delivered\" >= 0 AND \"Confirmed\" >= 0 AND \"Redeemed\" >= 0");
                    table.ForeignKey(
                        name: "FK_MealWeeks_MealProgrammes_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "MealProgrammes",
                        principalColumn: "CampaignId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Thanks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    DonationLineId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Thanks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Thanks_DonationLines_DonationLineId",
                        column: x => x.DonationLineId,
                        principalTable: "DonationLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Thanks_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Thanks_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MealCounts",
                columns: table => new
                {
                    MealPartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    CareSiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    Funded = table.Column<int>(type: "integer", nullable: false),
                    Accepted = table.Column<int>(type: "integer", nullable: false),
                    Delivered = table.Column<int>(type: "integer", nullable: false),
                    Confirmed = table.Column<int>(type: "integer", nullable: false),
                    Redeemed = table.Column<int>(type: "integer", nullable: false),
                    Refunded = table.Column<int>(type: "integer", nullable: false),
                    OnTheirWay = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealCounts", x => new { x.MealPartnerId, x.CareSiteId });
                    table.CheckConstraint("CK_MealCount_NotNegative", "\"Funded\" >= 0 AND \"Accepted\" >= 0 AND \"Delivered\" >= 0 AND \"Confirmed\" >= 0 AND \"Redeemed\" >= 0 AND \"Refunded\" >= 0 AND \"OnTheirWay\" >= 0");
                    table.ForeignKey(
                        name: "FK_MealCounts_CareSites_CareSiteId",
                        column: x => x.CareSiteId,
                        principalTable: "CareSites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealCounts_MealPartners_MealPartnerId",
                        column: x => x.MealPartnerId,
                        principalTable: "MealPartners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MealDeliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    MealPartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    CareSiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    Token = table.Column<string>(type: "character varying(27)", unicode: false, maxLength: 27, nullable: false, collation: "C"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Until = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    PlannedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LeftAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DeliveredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Arrived = table.Column<int>(type: "integer", nullable: true),
                    Problem = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    SettledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Settlement = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealDeliveries", x => x.Id);
                    table.CheckConstraint("CK_MealDelivery_Count", "\"Count\" > 0");
                    table.CheckConstraint("CK_MealDelivery_Status", "\"Status\" IN ('Planned', 'Left', 'Delivered', 'Confirmed', 'Shortage', 'CalledOff')");
                    table.ForeignKey(
                        name: "FK_MealDeliveries_CareSites_CareSiteId",
                        column: x => x.CareSiteId,
                        principalTable: "CareSites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealDeliveries_MealPartners_MealPartnerId",
                        column: x => x.MealPartnerId,
                        principalTable: "MealPartners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MealSlots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MealPartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Starts = table.Column<DateOnly>(type: "date", nullable: false),
                    Taken = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealSlots", x => x.Id);
                    table.CheckConstraint("CK_MealSlot_Taken", "\"Taken\" >= 0");
                    table.ForeignKey(
                        name: "FK_MealSlots_MealPartners_MealPartnerId",
                        column: x => x.MealPartnerId,
                        principalTable: "MealPartners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MealWaitings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    MealPartnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Email = table.Column<string>(type: "character varying(254)", unicode: false, maxLength: 254, nullable: false, collation: "C"),
                    Token = table.Column<string>(type: "character varying(27)", unicode: false, maxLength: 27, nullable: false, collation: "C"),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ToldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Offered = table.Column<int>(type: "integer", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealWaitings", x => x.Id);
                    table.CheckConstraint("CK_MealWaiting_Count", "\"Count\" > 0");
                    table.ForeignKey(
                        name: "FK_MealWaitings_MealPartners_MealPartnerId",
                        column: x => x.MealPartnerId,
                        principalTable: "MealPartners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealWaitings_MealProgrammes_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "MealProgrammes",
                        principalColumn: "CampaignId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MealThanks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "uuid", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false, collation: "C"),
                    PictureId = table.Column<Guid>(type: "uuid", nullable: true),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealThanks", x => x.Id);
                    table.CheckConstraint("CK_MealThanks_Decided", "(\"Status\" = 'Waiting' AND \"DecidedAt\" IS NULL) OR (\"Status\" <> 'Waiting' AND \"DecidedAt\" IS NOT NULL)");
                    table.CheckConstraint("CK_MealThanks_Status", "\"Status\" IN ('Waiting', 'Shown', 'Hidden')");
                    table.ForeignKey(
                        name: "FK_MealThanks_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealThanks_MealDeliveries_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "MealDeliveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealThanks_People_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealThanks_Pictures_PictureId",
                        column: x => x.PictureId,
                        principalTable: "Pictures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MealOrders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DonationId = table.Column<Guid>(type: "uuid", nullable: false),
                    MealPartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    CareSiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    SlotId = table.Column<Guid>(type: "uuid", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    UnitMinor = table.Column<long>(type: "bigint", nullable: false),
                    ReleasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealOrders", x => x.Id);
                    table.CheckConstraint("CK_MealOrder_Positive", "\"Count\" > 0 AND \"UnitMinor\" > 0");
                    table.ForeignKey(
                        name: "FK_MealOrders_CareSites_CareSiteId",
                        column: x => x.CareSiteId,
                        principalTable: "CareSites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealOrders_Donations_DonationId",
                        column: x => x.DonationId,
                        principalTable: "Donations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealOrders_MealPartners_MealPartnerId",
                        column: x => x.MealPartnerId,
                        principalTable: "MealPartners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealOrders_MealSlots_SlotId",
                        column: x => x.SlotId,
                        principalTable: "MealSlots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CounterSheetLines",
                columns: table => new
                {
                    VoucherId = table.Column<Guid>(type: "uuid", nullable: false),
                    SheetId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnteredById = table.Column<Guid>(type: "uuid", nullable: false),
                    EnteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CounterSheetLines", x => x.VoucherId);
                    table.ForeignKey(
                        name: "FK_CounterSheetLines_CounterSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "CounterSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CounterSheetLines_People_EnteredById",
                        column: x => x.EnteredById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MealVouchers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(15)", unicode: false, maxLength: 15, nullable: false, collation: "C"),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    DonationId = table.Column<Guid>(type: "uuid", nullable: false),
                    MealPartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    CareSiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    SlotId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    DeliveryId = table.Column<Guid>(type: "uuid", nullable: true),
                    PaidAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TransferId = table.Column<Guid>(type: "uuid", nullable: true),
                    ShortAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    MissingFromId = table.Column<Guid>(type: "uuid", nullable: true),
                    RefundOrderId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealVouchers", x => x.Id);
                    table.CheckConstraint("CK_MealVoucher_Status", "\"Status\" IN ('Funded', 'Accepted', 'Delivered', 'Confirmed', 'Redeemed', 'Refunded')");
                    table.ForeignKey(
                        name: "FK_MealVouchers_CareSites_CareSiteId",
                        column: x => x.CareSiteId,
                        principalTable: "CareSites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealVouchers_Donations_DonationId",
                        column: x => x.DonationId,
                        principalTable: "Donations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealVouchers_MealDeliveries_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "MealDeliveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealVouchers_MealDeliveries_MissingFromId",
                        column: x => x.MissingFromId,
                        principalTable: "MealDeliveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealVouchers_MealOrders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "MealOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealVouchers_MealPartners_MealPartnerId",
                        column: x => x.MealPartnerId,
                        principalTable: "MealPartners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealVouchers_MealSlots_SlotId",
                        column: x => x.SlotId,
                        principalTable: "MealSlots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealVouchers_RefundOrders_RefundOrderId",
                        column: x => x.RefundOrderId,
                        principalTable: "RefundOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VoucherMoves",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    VoucherId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    To = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: false, collation: "C"),
                    FromId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoucherMoves", x => x.Id);
                    table.CheckConstraint("CK_VoucherMove_From", "\"From\" IN ('Funded', 'Accepted', 'Delivered', 'Confirmed', 'Redeemed', 'Refunded')");
                    table.CheckConstraint("CK_VoucherMove_To", "\"To\" IN ('Funded', 'Accepted', 'Delivered', 'Confirmed', 'Redeemed', 'Refunded')");
                    table.ForeignKey(
                        name: "FK_VoucherMoves_MealVouchers_VoucherId",
                        column: x => x.VoucherId,
                        principalTable: "MealVouchers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PayoutItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PayoutId = table.Column<Guid>(type: "uuid", nullable: false),
                    BalanceTransactionId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: false, collation: "C"),
                    StripeSourceId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false, collation: "C"),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    FeeMinor = table.Column<long>(type: "bigint", nullable: false),
                    TransferId = table.Column<Guid>(type: "uuid", nullable: true),
                    TransferReversalId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PayoutItems", x => x.Id);
                    table.CheckConstraint("CK_PayoutItem_Kind", "\"Kind\" IN ('Transfer', 'Reversal', 'FailedPayout', 'Other')");
                    table.ForeignKey(
                        name: "FK_PayoutItems_Payouts_PayoutId",
                        column: x => x.PayoutId,
                        principalTable: "Payouts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TransferReversals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TransferId = table.Column<Guid>(type: "uuid", nullable: false),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    Because = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StripeReversalId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TransferReversals", x => x.Id);
                    table.CheckConstraint("CK_TransferReversal_Amount", "\"AmountMinor\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "Transfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    DonationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Because = table.Column<string>(type: "character varying(50)", unicode: false, maxLength: 50, nullable: false, collation: "C"),
                    Meals = table.Column<int>(type: "integer", nullable: true),
                    AfterReversalId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: false, collation: "C"),
                    ChargeId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StripeTransferId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true, collation: "C"),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReversedMinor = table.Column<long>(type: "bigint", nullable: false),
                    CalledOff = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Transfers", x => x.Id);
                    table.CheckConstraint("CK_Transfer_Amount", "\"AmountMinor\" > 0 AND \"ReversedMinor\" >= 0 AND \"ReversedMinor\" <= \"AmountMinor\"");
                    table.ForeignKey(
                        name: "FK_Transfers_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Transfers_Donations_DonationId",
                        column: x => x.DonationId,
                        principalTable: "Donations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Transfers_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Transfers_TransferReversals_AfterReversalId",
                        column: x => x.AfterReversalId,
                        principalTable: "TransferReversals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_At",
                table: "Attempts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_Key_At",
                table: "Attempts",
                columns: new[] { "Key", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CampaignAdditions_ById",
                table: "CampaignAdditions",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignAdditions_CampaignId_At",
                table: "CampaignAdditions",
                columns: new[] { "CampaignId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CampaignMoves_CampaignId",
                table: "CampaignMoves",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignNeeds_CampaignId_Position",
                table: "CampaignNeeds",
                columns: new[] { "CampaignId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_PartnerId",
                table: "Campaigns",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_ProjectId",
                table: "Campaigns",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_Slug",
                table: "Campaigns",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CardTraces_At",
                table: "CardTraces",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CardTraces_Browser",
                table: "CardTraces",
                column: "Browser");

            migrationBuilder.CreateIndex(
                name: "IX_CardTraces_Card_At",
                table: "CardTraces",
                columns: new[] { "Card", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CardTraces_ChargeId",
                table: "CardTraces",
                column: "ChargeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CardTraces_DonationId",
                table: "CardTraces",
                column: "DonationId");

            migrationBuilder.CreateIndex(
                name: "IX_CardTraces_Network_At",
                table: "CardTraces",
                columns: new[] { "Network", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CareSites_CampaignId",
                table: "CareSites",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_CounterSheetLines_EnteredById",
                table: "CounterSheetLines",
                column: "EnteredById");

            migrationBuilder.CreateIndex(
                name: "IX_CounterSheetLines_SheetId",
                table: "CounterSheetLines",
                column: "SheetId");

            migrationBuilder.CreateIndex(
                name: "IX_CounterSheets_MadeById",
                table: "CounterSheets",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_CounterSheets_OrganisationId_Number",
                table: "CounterSheets",
                columns: new[] { "OrganisationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Dedications_CardEmail",
                table: "Dedications",
                column: "CardEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Dedications_CardSentAt_CardOn",
                table: "Dedications",
                columns: new[] { "CardSentAt", "CardOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Differences_StripeId",
                table: "Differences",
                column: "StripeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_DonationId",
                table: "Disputes",
                column: "DonationId");

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_StripeDisputeId",
                table: "Disputes",
                column: "StripeDisputeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DonationLines_CampaignId_Kind_PaidTransactionId",
                table: "DonationLines",
                columns: new[] { "CampaignId", "Kind", "PaidTransactionId" });

            migrationBuilder.CreateIndex(
                name: "IX_DonationLines_DonationId",
                table: "DonationLines",
                column: "DonationId");

            migrationBuilder.CreateIndex(
                name: "IX_DonationLines_PaidTransactionId",
                table: "DonationLines",
                column: "PaidTransactionId");

            migrationBuilder.CreateIndex(
                name: "IX_DonationMoves_DonationId",
                table: "DonationMoves",
                column: "DonationId");

            migrationBuilder.CreateIndex(
                name: "IX_Donations_ChargeId",
                table: "Donations",
                column: "ChargeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Donations_EmailKey_StartedAt",
                table: "Donations",
                columns: new[] { "EmailKey", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Donations_FormKey",
                table: "Donations",
                column: "FormKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Donations_SessionId",
                table: "Donations",
                column: "SessionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Donations_StartedAt",
                table: "Donations",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Donations_Status_FeeMinor_StartedAt",
                table: "Donations",
                columns: new[] { "Status", "FeeMinor", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Donations_Token",
                table: "Donations",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EmailChanges_NewTokenHash",
                table: "EmailChanges",
                column: "NewTokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EmailChanges_OldTokenHash",
                table: "EmailChanges",
                column: "OldTokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EmailChanges_PersonId",
                table: "EmailChanges",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Follows_Email",
                table: "Follows",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_Follows_ProjectId_Email",
                table: "Follows",
                columns: new[] { "ProjectId", "Email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Follows_Token",
                table: "Follows",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_EventId",
                table: "Inbox",
                column: "EventId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_Lease",
                table: "Inbox",
                column: "Lease");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_State_DueAt",
                table: "Inbox",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_Digest",
                table: "Invitations",
                column: "Digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_InvitedById",
                table: "Invitations",
                column: "InvitedById");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_OrganisationId_Email",
                table: "Invitations",
                columns: new[] { "OrganisationId", "Email" });

            migrationBuilder.CreateIndex(
                name: "IX_JobRuns_EndedAt",
                table: "JobRuns",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_JobRuns_Job_Id",
                table: "JobRuns",
                columns: new[] { "Job", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerAccounts_Code_CurrencyCode",
                table: "LedgerAccounts",
                columns: new[] { "Code", "CurrencyCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerTransactions_CampaignId_Id",
                table: "LedgerTransactions",
                columns: new[] { "CampaignId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerTransactions_DonationId",
                table: "LedgerTransactions",
                column: "DonationId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerTransactions_Reference",
                table: "LedgerTransactions",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Letters_To",
                table: "Letters",
                column: "To");

            migrationBuilder.CreateIndex(
                name: "IX_MailChoices_Token",
                table: "MailChoices",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_FollowId",
                table: "Mailings",
                column: "FollowId");

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_SubjectId_Kind_Email",
                table: "Mailings",
                columns: new[] { "SubjectId", "Kind", "Email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_Token",
                table: "Mailings",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailRecords_At",
                table: "MailRecords",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_MailRecords_MessageId",
                table: "MailRecords",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_MailRecords_Outcome_Id",
                table: "MailRecords",
                columns: new[] { "Outcome", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MailRecords_To_Id",
                table: "MailRecords",
                columns: new[] { "To", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MealCounts_CareSiteId",
                table: "MealCounts",
                column: "CareSiteId");

            migrationBuilder.CreateIndex(
                name: "IX_MealDeliveries_CareSiteId",
                table: "MealDeliveries",
                column: "CareSiteId");

            migrationBuilder.CreateIndex(
                name: "IX_MealDeliveries_MealPartnerId_Number",
                table: "MealDeliveries",
                columns: new[] { "MealPartnerId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MealDeliveries_MealPartnerId_Status_Day",
                table: "MealDeliveries",
                columns: new[] { "MealPartnerId", "Status", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_MealDeliveries_Status_DeliveredAt",
                table: "MealDeliveries",
                columns: new[] { "Status", "DeliveredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MealDeliveries_Token",
                table: "MealDeliveries",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MealOrders_CareSiteId",
                table: "MealOrders",
                column: "CareSiteId");

            migrationBuilder.CreateIndex(
                name: "IX_MealOrders_DonationId",
                table: "MealOrders",
                column: "DonationId");

            migrationBuilder.CreateIndex(
                name: "IX_MealOrders_MealPartnerId",
                table: "MealOrders",
                column: "MealPartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_MealOrders_SlotId",
                table: "MealOrders",
                column: "SlotId");

            migrationBuilder.CreateIndex(
                name: "IX_MealPartners_CampaignId_PartnerId",
                table: "MealPartners",
                columns: new[] { "CampaignId", "PartnerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MealPartners_PartnerId",
                table: "MealPartners",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_MealSlots_MealPartnerId_Starts",
                table: "MealSlots",
                columns: new[] { "MealPartnerId", "Starts" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MealThanks_CampaignId_Status_WrittenAt",
                table: "MealThanks",
                columns: new[] { "CampaignId", "Status", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MealThanks_DecidedById",
                table: "MealThanks",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_MealThanks_DeliveryId",
                table: "MealThanks",
                column: "DeliveryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MealThanks_PictureId",
                table: "MealThanks",
                column: "PictureId");

            migrationBuilder.CreateIndex(
                name: "IX_MealThanks_Status_WrittenAt",
                table: "MealThanks",
                columns: new[] { "Status", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_CareSiteId",
                table: "MealVouchers",
                column: "CareSiteId");

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_Code",
                table: "MealVouchers",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_DeliveryId",
                table: "MealVouchers",
                column: "DeliveryId");

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_DonationId",
                table: "MealVouchers",
                column: "DonationId");

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_MealPartnerId_Status_CareSiteId_PaidAt",
                table: "MealVouchers",
                columns: new[] { "MealPartnerId", "Status", "CareSiteId", "PaidAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_MissingFromId",
                table: "MealVouchers",
                column: "MissingFromId");

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_OrderId",
                table: "MealVouchers",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_RefundOrderId",
                table: "MealVouchers",
                column: "RefundOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_SlotId",
                table: "MealVouchers",
                column: "SlotId");

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_TransferId",
                table: "MealVouchers",
                column: "TransferId");

            migrationBuilder.CreateIndex(
                name: "IX_MealWaitings_CampaignId_ToldAt_CreatedAt",
                table: "MealWaitings",
                columns: new[] { "CampaignId", "ToldAt", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MealWaitings_Email",
                table: "MealWaitings",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_MealWaitings_MealPartnerId",
                table: "MealWaitings",
                column: "MealPartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_MealWaitings_Token",
                table: "MealWaitings",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_PersonId",
                table: "Memberships",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_Slug",
                table: "Organisations",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Lease",
                table: "Outbox",
                column: "Lease");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_State_DueAt",
                table: "Outbox",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_SubjectId_Kind",
                table: "Outbox",
                columns: new[] { "SubjectId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartnerMovements_Kind_SubjectId",
                table: "PartnerMovements",
                columns: new[] { "Kind", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartnerMovements_PartnerId_CurrencyCode_At_Id",
                table: "PartnerMovements",
                columns: new[] { "PartnerId", "CurrencyCode", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Partners_OrganisationId",
                table: "Partners",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Partners_StripeAccountId",
                table: "Partners",
                column: "StripeAccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Passkeys_UserId",
                table: "Passkeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_PayoutItems_PayoutId_BalanceTransactionId",
                table: "PayoutItems",
                columns: new[] { "PayoutId", "BalanceTransactionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PayoutItems_TransferId",
                table: "PayoutItems",
                column: "TransferId");

            migrationBuilder.CreateIndex(
                name: "IX_PayoutItems_TransferReversalId",
                table: "PayoutItems",
                column: "TransferReversalId");

            migrationBuilder.CreateIndex(
                name: "IX_PayoutReports_PartnerId_Kind_From_Until_CurrencyCode",
                table: "PayoutReports",
                columns: new[] { "PartnerId", "Kind", "From", "Until", "CurrencyCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PayoutReports_PartnerId_Number",
                table: "PayoutReports",
                columns: new[] { "PartnerId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Payouts_PartnerId_CreatedAt",
                table: "Payouts",
                columns: new[] { "PartnerId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Payouts_StripePayoutId",
                table: "Payouts",
                column: "StripePayoutId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_People_NormalizedEmail",
                table: "People",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_People_NormalizedUserName",
                table: "People",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonClaims_UserId",
                table: "PersonClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonLogins_UserId",
                table: "PersonLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_OrganisationId",
                table: "Pictures",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_Token",
                table: "Pictures",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Postings_AccountId_Id",
                table: "Postings",
                columns: new[] { "AccountId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Postings_StripeId",
                table: "Postings",
                column: "StripeId");

            migrationBuilder.CreateIndex(
                name: "IX_Postings_TransactionId",
                table: "Postings",
                column: "TransactionId");

            migrationBuilder.CreateIndex(
                name: "IX_ProjectMoves_ProjectId",
                table: "ProjectMoves",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ProjectPeople_ProjectId_Position",
                table: "ProjectPeople",
                columns: new[] { "ProjectId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_ProjectQuestions_ProjectId_Position",
                table: "ProjectQuestions",
                columns: new[] { "ProjectId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_CoverPictureId",
                table: "Projects",
                column: "CoverPictureId");

            migrationBuilder.CreateIndex(
                name: "IX_Projects_OrganisationId",
                table: "Projects",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Projects_Slug",
                table: "Projects",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Projects_Status_PublishedAt",
                table: "Projects",
                columns: new[] { "Status", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_DonationId",
                table: "Receipts",
                column: "DonationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_Number",
                table: "Receipts",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_Token",
                table: "Receipts",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RefundOrders_DonationId_CreatedAt",
                table: "RefundOrders",
                columns: new[] { "DonationId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RefundOrders_OrderedById",
                table: "RefundOrders",
                column: "OrderedById");

            migrationBuilder.CreateIndex(
                name: "IX_RefundOrders_StripeRefundId",
                table: "RefundOrders",
                column: "StripeRefundId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RefundOrders_UnderWay",
                table: "RefundOrders",
                column: "DonationId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_DonationId",
                table: "Refunds",
                column: "DonationId");

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_StripeRefundId",
                table: "Refunds",
                column: "StripeRefundId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reports_DecidedById",
                table: "Reports",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_Outcome_At",
                table: "Reports",
                columns: new[] { "Outcome", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_ProjectId",
                table: "Reports",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_SubjectId_At",
                table: "Reports",
                columns: new[] { "SubjectId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_CampaignId",
                table: "Reviews",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_DecidedById",
                table: "Reviews",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_Outcome_SubmittedAt",
                table: "Reviews",
                columns: new[] { "Outcome", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_ProjectId_SubmittedAt",
                table: "Reviews",
                columns: new[] { "ProjectId", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_SubmittedById",
                table: "Reviews",
                column: "SubmittedById");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_PersonId",
                table: "Sessions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SettingsVersions_ById",
                table: "SettingsVersions",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_SignIns_PersonId_Id",
                table: "SignIns",
                columns: new[] { "PersonId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_ExpiresAt",
                table: "SignUps",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_NormalizedEmail",
                table: "SignUps",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_TokenHash",
                table: "SignUps",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StoryDrafts_PersonId",
                table: "StoryDrafts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_StoryVersions_ById",
                table: "StoryVersions",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_StoryVersions_ProjectId_Language_Number",
                table: "StoryVersions",
                columns: new[] { "ProjectId", "Language", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Thanks_ById",
                table: "Thanks",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Thanks_DonationLineId",
                table: "Thanks",
                column: "DonationLineId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Thanks_ProjectId_At",
                table: "Thanks",
                columns: new[] { "ProjectId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Trail_OrganisationId_Id",
                table: "Trail",
                columns: new[] { "OrganisationId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Trail_PersonId_Id",
                table: "Trail",
                columns: new[] { "PersonId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Trail_SubjectId_Id",
                table: "Trail",
                columns: new[] { "SubjectId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TransferReversals_StripeReversalId",
                table: "TransferReversals",
                column: "StripeReversalId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TransferReversals_TransferId_Because",
                table: "TransferReversals",
                columns: new[] { "TransferId", "Because" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_AfterReversalId",
                table: "Transfers",
                column: "AfterReversalId");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_CampaignId",
                table: "Transfers",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_DonationId_CampaignId_PartnerId_Because",
                table: "Transfers",
                columns: new[] { "DonationId", "CampaignId", "PartnerId", "Because" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_PartnerId_CreatedAt_Id",
                table: "Transfers",
                columns: new[] { "PartnerId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_StripeTransferId",
                table: "Transfers",
                column: "StripeTransferId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UpdateAnswers_UpdateId_At",
                table: "UpdateAnswers",
                columns: new[] { "UpdateId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Updates_AuthorId",
                table: "Updates",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Updates_ProjectId_Number",
                table: "Updates",
                columns: new[] { "ProjectId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Updates_Status_PublishAt",
                table: "Updates",
                columns: new[] { "Status", "PublishAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Updates_Status_PublishedAt",
                table: "Updates",
                columns: new[] { "Status", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_VoucherMoves_VoucherId",
                table: "VoucherMoves",
                column: "VoucherId");

            migrationBuilder.AddForeignKey(
                name: "FK_CounterSheetLines_MealVouchers_VoucherId",
                table: "CounterSheetLines",
                column: "VoucherId",
                principalTable: "MealVouchers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_MealVouchers_Transfers_TransferId",
                table: "MealVouchers",
                column: "TransferId",
                principalTable: "Transfers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_PayoutItems_TransferReversals_TransferReversalId",
                table: "PayoutItems",
                column: "TransferReversalId",
                principalTable: "TransferReversals",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_PayoutItems_Transfers_TransferId",
                table: "PayoutItems",
                column: "TransferId",
                principalTable: "Transfers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_TransferReversals_Transfers_TransferId",
                table: "TransferReversals",
                column: "TransferId",
                principalTable: "Transfers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.CreateLedgerGuards();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Transfers_Campaigns_CampaignId",
                table: "Transfers");

            migrationBuilder.DropForeignKey(
                name: "FK_Transfers_Partners_PartnerId",
                table: "Transfers");

            migrationBuilder.DropForeignKey(
                name: "FK_Transfers_Donations_DonationId",
                table: "Transfers");

            migrationBuilder.DropForeignKey(
                name: "FK_TransferReversals_Transfers_TransferId",
                table: "TransferReversals");

            migrationBuilder.DropTable(
                name: "Attempts");

            migrationBuilder.DropTable(
                name: "CampaignAdditions");

            migrationBuilder.DropTable(
                name: "CampaignDays");

            migrationBuilder.DropTable(
                name: "CampaignMoves");

            migrationBuilder.DropTable(
                name: "CampaignNeeds");

            migrationBuilder.DropTable(
                name: "CampaignTotals");

            migrationBuilder.DropTable(
                name: "CardTraces");

            migrationBuilder.DropTable(
                name: "CounterSheetLines");

            migrationBuilder.DropTable(
                name: "Dedications");

            migrationBuilder.DropTable(
                name: "Differences");

            migrationBuilder.DropTable(
                name: "Disputes");

            migrationBuilder.DropTable(
                name: "DonationMoves");

            migrationBuilder.DropTable(
                name: "EmailChanges");

            migrationBuilder.DropTable(
                name: "Inbox");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "JobRuns");

            migrationBuilder.DropTable(
                name: "Letters");

            migrationBuilder.DropTable(
                name: "MailChoices");

            migrationBuilder.DropTable(
                name: "Mailings");

            migrationBuilder.DropTable(
                name: "MailRecords");

            migrationBuilder.DropTable(
                name: "MealCounts");

            migrationBuilder.DropTable(
                name: "MealThanks");

            migrationBuilder.DropTable(
                name: "MealWaitings");

            migrationBuilder.DropTable(
                name: "MealWeeks");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "PartnerMovements");

            migrationBuilder.DropTable(
                name: "PartnerStatements");

            migrationBuilder.DropTable(
                name: "Passkeys");

            migrationBuilder.DropTable(
                name: "PayoutItems");

            migrationBuilder.DropTable(
                name: "PayoutReportFiles");

            migrationBuilder.DropTable(
                name: "PayoutReportReaders");

            migrationBuilder.DropTable(
                name: "PersonClaims");

            migrationBuilder.DropTable(
                name: "PersonLogins");

            migrationBuilder.DropTable(
                name: "PersonTokens");

            migrationBuilder.DropTable(
                name: "Postings");

            migrationBuilder.DropTable(
                name: "ProjectMoves");

            migrationBuilder.DropTable(
                name: "ProjectPeople");

            migrationBuilder.DropTable(
                name: "ProjectQuestions");

            migrationBuilder.DropTable(
                name: "ProjectTranslations");

            migrationBuilder.DropTable(
                name: "Receipts");

            migrationBuilder.DropTable(
                name: "ReceiptSeries");

            migrationBuilder.DropTable(
                name: "Refunds");

            migrationBuilder.DropTable(
                name: "Reports");

            migrationBuilder.DropTable(
                name: "Reviews");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropTable(
                name: "SettingsVersions");

            migrationBuilder.DropTable(
                name: "SignIns");

            migrationBuilder.DropTable(
                name: "SignUps");

            migrationBuilder.DropTable(
                name: "StoryDrafts");

            migrationBuilder.DropTable(
                name: "StoryVersions");

            migrationBuilder.DropTable(
                name: "Thanks");

            migrationBuilder.DropTable(
                name: "Trail");

            migrationBuilder.DropTable(
                name: "UpdateAnswers");

            migrationBuilder.DropTable(
                name: "VoucherMoves");

            migrationBuilder.DropTable(
                name: "CounterSheets");

            migrationBuilder.DropTable(
                name: "Follows");

            migrationBuilder.DropTable(
                name: "Payouts");

            migrationBuilder.DropTable(
                name: "PayoutReports");

            migrationBuilder.DropTable(
                name: "LedgerAccounts");

            migrationBuilder.DropTable(
                name: "DonationLines");

            migrationBuilder.DropTable(
                name: "Updates");

            migrationBuilder.DropTable(
                name: "MealVouchers");

            migrationBuilder.DropTable(
                name: "LedgerTransactions");

            migrationBuilder.DropTable(
                name: "MealDeliveries");

            migrationBuilder.DropTable(
                name: "MealOrders");

            migrationBuilder.DropTable(
                name: "RefundOrders");

            migrationBuilder.DropTable(
                name: "CareSites");

            migrationBuilder.DropTable(
                name: "MealSlots");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "MealPartners");

            migrationBuilder.DropTable(
                name: "MealProgrammes");

            migrationBuilder.DropTable(
                name: "Campaigns");

            migrationBuilder.DropTable(
                name: "Projects");

            migrationBuilder.DropTable(
                name: "Pictures");

            migrationBuilder.DropTable(
                name: "Partners");

            migrationBuilder.DropTable(
                name: "Organisations");

            migrationBuilder.DropTable(
                name: "Donations");

            migrationBuilder.DropTable(
                name: "Transfers");

            migrationBuilder.DropTable(
                name: "TransferReversals");
        }
    }
}
