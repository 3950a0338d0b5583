using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Solidarity.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class PayoutReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.AddCheckConstraint(
                name: "CK_Partner_VatRate",
                table: "Partners",
                sql: "\"VatRate\" BETWEEN 0 AND 10000");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PartnerMovements");

            migrationBuilder.DropTable(
                name: "PartnerStatements");

            migrationBuilder.DropTable(
                name: "PayoutReportFiles");

            migrationBuilder.DropTable(
                name: "PayoutReportReaders");

            migrationBuilder.DropTable(
                name: "PayoutReports");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Partner_VatRate",
                table: "Partners");

            migrationBuilder.DropColumn(
                name: "ReturnedAt",
                table: "Payouts");

            migrationBuilder.DropColumn(
                name: "VatNumber",
                table: "Partners");

            migrationBuilder.DropColumn(
                name: "VatRate",
                table: "Partners");
        }
    }
}
