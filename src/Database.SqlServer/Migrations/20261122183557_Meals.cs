using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Solidarity.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Meals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Mailings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Email = table.Column<string>(type: "varchar(254)", unicode: false, maxLength: 254, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Language = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FollowId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Token = table.Column<string>(type: "varchar(27)", unicode: false, maxLength: 27, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Skipped = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2")
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

            // Renamed: a delivery is a batch of meals now.
            migrationBuilder.Sql(@"INSERT INTO [Mailings] ([Id], [Kind], [SubjectId], [Email], [Name], [Language], [FollowId], [Token], [CreatedAt], [SentAt], [Skipped]) SELECT [Id], [Kind], [SubjectId], [Email], [Name], [Language], [FollowId], [Token], [CreatedAt], [SentAt], [Skipped] FROM [Deliveries];");

            migrationBuilder.Sql(@"UPDATE [Outbox] SET [Kind] = 'mailing' WHERE [Kind] = 'delivery';");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Transfers_DonationId_CampaignId",
                table: "Transfers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters");

            migrationBuilder.AddColumn<Guid>(
                name: "AfterReversalId",
                table: "Transfers",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Because",
                table: "Transfers",
                type: "varchar(50)",
                unicode: false,
                maxLength: 50,
                nullable: false,
                defaultValue: "paid",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "Meals",
                table: "Transfers",
                type: "int",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "OrderedById",
                table: "RefundOrders",
                type: "uniqueidentifier",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uniqueidentifier");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ReturnedAt",
                table: "Payouts",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VatNumber",
                table: "Partners",
                type: "varchar(14)",
                unicode: false,
                maxLength: 14,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "VatRate",
                table: "Partners",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CounterSheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    MadeById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                name: "Dedications",
                columns: table => new
                {
                    DonationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Honoured = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ShownOnWall = table.Column<bool>(type: "bit", nullable: false),
                    CardEmail = table.Column<string>(type: "varchar(254)", unicode: false, maxLength: 254, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CardLanguage = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CardOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CardSentAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                name: "MealProgrammes",
                columns: table => new
                {
                    CampaignId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitMinor = table.Column<long>(type: "bigint", nullable: false),
                    Rule = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DeliverBy = table.Column<DateOnly>(type: "date", nullable: false),
                    WeeksAhead = table.Column<int>(type: "int", nullable: false),
                    ApplicationKey = table.Column<string>(type: "varchar(27)", unicode: false, maxLength: 27, nullable: false, collation: "Latin1_General_100_BIN2")
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
                name: "PartnerMovements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    HappenedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    StripeId = table.Column<string>(type: "varchar(255)", unicode: false, maxLength: 255, nullable: true, collation: "Latin1_General_100_BIN2")
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
                    PartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LastNumber = table.Column<int>(type: "int", nullable: false),
                    ClosedUntil = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    BeginsAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OpeningMinor = table.Column<long>(type: "bigint", nullable: false),
                    TransfersMinor = table.Column<long>(type: "bigint", nullable: false),
                    ReversalsMinor = table.Column<long>(type: "bigint", nullable: false),
                    PayoutsMinor = table.Column<long>(type: "bigint", nullable: false),
                    ReturnedMinor = table.Column<long>(type: "bigint", nullable: false),
                    FeesMinor = table.Column<long>(type: "bigint", nullable: false),
                    OtherMinor = table.Column<long>(type: "bigint", nullable: false),
                    ClosingMinor = table.Column<long>(type: "bigint", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    MadeById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Language = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
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
                name: "CareSites",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Ward = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Street = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PostalCode = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    City = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Contact = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ContactEmail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    ContactPhone = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Language = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ClosedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Words = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Language = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Allergens = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    City = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Per = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Capacity = table.Column<int>(type: "int", nullable: false),
                    Days = table.Column<int>(type: "int", unicode: false, maxLength: 32, nullable: false),
                    AppliedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    PausedByItself = table.Column<bool>(type: "bit", nullable: false),
                    Reasons = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                    CampaignId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Starts = table.Column<DateOnly>(type: "date", nullable: false),
                    Paid = table.Column<int>(type: "int", nullable: false),
                    Cooked = table.Column<int>(type: "int", nullable: false),
                    Delivered = table.Column<int>(type: "int", nullable: false),
                    Confirmed = table.Column<int>(type: "int", nullable: false),
                    Redeemed = table.Column<int>(type: "int", nullable: false)
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
                name: "PayoutReportFiles",
                columns: table => new
                {
                    ReportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Pdf = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    ReportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                name: "MealCounts",
                columns: table => new
                {
                    MealPartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CareSiteId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Funded = table.Column<int>(type: "int", nullable: false),
                    Accepted = table.Column<int>(type: "int", nullable: false),
                    Delivered = table.Column<int>(type: "int", nullable: false),
                    Confirmed = table.Column<int>(type: "int", nullable: false),
                    Redeemed = table.Column<int>(type: "int", nullable: false),
                    Refunded = table.Column<int>(type: "int", nullable: false),
                    OnTheirWay = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    MealPartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CareSiteId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Token = table.Column<string>(type: "varchar(27)", unicode: false, maxLength: 27, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<TimeOnly>(type: "time", nullable: false),
                    Until = table.Column<TimeOnly>(type: "time", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PlannedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    LeftAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    DeliveredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Arrived = table.Column<int>(type: "int", nullable: true),
                    Problem = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    SettledAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Settlement = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MealPartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Starts = table.Column<DateOnly>(type: "date", nullable: false),
                    Taken = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MealPartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Email = table.Column<string>(type: "varchar(254)", unicode: false, maxLength: 254, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Token = table.Column<string>(type: "varchar(27)", unicode: false, maxLength: 27, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Language = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Count = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ToldAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Offered = table.Column<int>(type: "int", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Language = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PictureId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    WrittenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DecidedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DonationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MealPartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CareSiteId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SlotId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    UnitMinor = table.Column<long>(type: "bigint", nullable: false),
                    ReleasedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
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
                name: "MealVouchers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "varchar(15)", unicode: false, maxLength: 15, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DonationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MealPartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CareSiteId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SlotId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DeliveryId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PaidAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    TransferId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ShortAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    MissingFromId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RefundOrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                    table.ForeignKey(
                        name: "FK_MealVouchers_Transfers_TransferId",
                        column: x => x.TransferId,
                        principalTable: "Transfers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CounterSheetLines",
                columns: table => new
                {
                    VoucherId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SheetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnteredById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnteredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                        name: "FK_CounterSheetLines_MealVouchers_VoucherId",
                        column: x => x.VoucherId,
                        principalTable: "MealVouchers",
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
                name: "VoucherMoves",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    VoucherId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    To = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    By = table.Column<string>(type: "varchar(255)", unicode: false, maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FromId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
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

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_AfterReversalId",
                table: "Transfers",
                column: "AfterReversalId");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_DonationId_CampaignId_PartnerId_Because",
                table: "Transfers",
                columns: new[] { "DonationId", "CampaignId", "PartnerId", "Because" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_Partner_VatRate",
                table: "Partners",
                sql: "\"VatRate\" BETWEEN 0 AND 10000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters",
                sql: "\"Kind\" IN ('ConfirmAddress', 'AccountExists', 'ResetPassword', 'NoAccount', 'Invitation', 'ProjectPublished', 'ProjectPublishedUnpaid', 'ProjectSentBack', 'ProjectSuspended', 'ProjectReinstated', 'ReportActed', 'ReportedProjectSuspended', 'ReportedUpdateRemoved', 'ReportedAnswerRemoved', 'ReportDismissed', 'ModerationWaits', 'PasswordChanged', 'PasskeyAdded', 'PasskeyRemoved', 'SecondFactorOn', 'SecondFactorOff', 'RecoveryCodesRenewed', 'EmailChangeAsked', 'EmailChangeConfirm', 'EmailChanged', 'ConfirmFollow', 'ConfirmWaiting', 'MealsFree', 'Card', 'MyGifts', 'UpdateTakenAway', 'UpdateBroughtBack', 'FactorsTakenAway', 'PlatformRoleChanged', 'MemberRoleChanged', 'MemberRemoved', 'AccountClosed', 'MealsShort', 'MealsShortOwner', 'RestaurantApplied', 'RestaurantAccepted', 'RestaurantAcceptedUnpaid', 'RestaurantRefused', 'RestaurantPaused', 'RestaurantResumed', 'Erased')");

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
                name: "IX_PartnerMovements_Kind_SubjectId",
                table: "PartnerMovements",
                columns: new[] { "Kind", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartnerMovements_PartnerId_CurrencyCode_At_Id",
                table: "PartnerMovements",
                columns: new[] { "PartnerId", "CurrencyCode", "At", "Id" });

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
                name: "IX_VoucherMoves_VoucherId",
                table: "VoucherMoves",
                column: "VoucherId");

            migrationBuilder.AddForeignKey(
                name: "FK_Transfers_TransferReversals_AfterReversalId",
                table: "Transfers",
                column: "AfterReversalId",
                principalTable: "TransferReversals",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Transfers_TransferReversals_AfterReversalId",
                table: "Transfers");

            migrationBuilder.DropTable(
                name: "CounterSheetLines");

            migrationBuilder.DropTable(
                name: "Dedications");

            migrationBuilder.DropTable(
                name: "Mailings");

            migrationBuilder.DropTable(
                name: "MealCounts");

            migrationBuilder.DropTable(
                name: "MealThanks");

            migrationBuilder.DropTable(
                name: "MealWaitings");

            migrationBuilder.DropTable(
                name: "MealWeeks");

            migrationBuilder.DropTable(
                name: "PartnerMovements");

            migrationBuilder.DropTable(
                name: "PartnerStatements");

            migrationBuilder.DropTable(
                name: "PayoutReportFiles");

            migrationBuilder.DropTable(
                name: "PayoutReportReaders");

            migrationBuilder.DropTable(
                name: "VoucherMoves");

            migrationBuilder.DropTable(
                name: "CounterSheets");

            migrationBuilder.DropTable(
                name: "PayoutReports");

            migrationBuilder.DropTable(
                name: "MealVouchers");

            migrationBuilder.DropTable(
                name: "MealDeliveries");

            migrationBuilder.DropTable(
                name: "MealOrders");

            migrationBuilder.DropTable(
                name: "CareSites");

            migrationBuilder.DropTable(
                name: "MealSlots");

            migrationBuilder.DropTable(
                name: "MealPartners");

            migrationBuilder.DropTable(
                name: "MealProgrammes");

            migrationBuilder.DropIndex(
                name: "IX_Transfers_AfterReversalId",
                table: "Transfers");

            migrationBuilder.DropIndex(
                name: "IX_Transfers_DonationId_CampaignId_PartnerId_Because",
                table: "Transfers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Partner_VatRate",
                table: "Partners");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "AfterReversalId",
                table: "Transfers");

            migrationBuilder.DropColumn(
                name: "Because",
                table: "Transfers");

            migrationBuilder.DropColumn(
                name: "Meals",
                table: "Transfers");

            migrationBuilder.DropColumn(
                name: "ReturnedAt",
                table: "Payouts");

            migrationBuilder.DropColumn(
                name: "VatNumber",
                table: "Partners");

            migrationBuilder.DropColumn(
                name: "VatRate",
                table: "Partners");

            migrationBuilder.AlterColumn<Guid>(
                name: "OrderedById",
                table: "RefundOrders",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uniqueidentifier",
                oldNullable: true);

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Email = table.Column<string>(type: "varchar(254)", unicode: false, maxLength: 254, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FollowId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Language = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    SentAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Skipped = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Token = table.Column<string>(type: "varchar(27)", unicode: false, maxLength: 27, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Id);
                    table.CheckConstraint("CK_Delivery_Kind", "\"Kind\" IN ('Update', 'Thanks')");
                    table.CheckConstraint("CK_Delivery_Skipped", "\"Skipped\" IN ('Bounced', 'NotWanted', 'Withdrawn')");
                    table.ForeignKey(
                        name: "FK_Deliveries_Follows_FollowId",
                        column: x => x.FollowId,
                        principalTable: "Follows",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_DonationId_CampaignId",
                table: "Transfers",
                columns: new[] { "DonationId", "CampaignId" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters",
                sql: "\"Kind\" IN ('ConfirmAddress', 'AccountExists', 'ResetPassword', 'NoAccount', 'Invitation', 'ProjectPublished', 'ProjectPublishedUnpaid', 'ProjectSentBack', 'ProjectSuspended', 'ProjectReinstated', 'ReportActed', 'ReportedProjectSuspended', 'ReportedUpdateRemoved', 'ReportedAnswerRemoved', 'ReportDismissed', 'ModerationWaits', 'PasswordChanged', 'PasskeyAdded', 'PasskeyRemoved', 'SecondFactorOn', 'SecondFactorOff', 'RecoveryCodesRenewed', 'EmailChangeAsked', 'EmailChangeConfirm', 'EmailChanged', 'ConfirmFollow', 'MyGifts', 'UpdateTakenAway', 'UpdateBroughtBack', 'FactorsTakenAway', 'PlatformRoleChanged', 'MemberRoleChanged', 'MemberRemoved', 'AccountClosed', 'Erased')");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_FollowId",
                table: "Deliveries",
                column: "FollowId");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_SubjectId_Email",
                table: "Deliveries",
                columns: new[] { "SubjectId", "Email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Token",
                table: "Deliveries",
                column: "Token",
                unique: true);
        }
    }
}
