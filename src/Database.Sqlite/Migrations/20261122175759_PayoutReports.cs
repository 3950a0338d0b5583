using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Solidarity.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PayoutReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ReturnedAt",
                table: "Payouts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VatNumber",
                table: "Partners",
                type: "TEXT",
                unicode: false,
                maxLength: 14,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VatRate",
                table: "Partners",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PartnerMovements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    CurrencyCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    HappenedAt = table.Column<string>(type: "TEXT", nullable: false),
                    StripeId = table.Column<string>(type: "TEXT", unicode: false, maxLength: 255, nullable: true)
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
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LastNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedUntil = table.Column<string>(type: "TEXT", nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    BeginsAt = table.Column<string>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<string>(type: "TEXT", nullable: false),
                    CurrencyCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    OpeningMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    TransfersMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    ReversalsMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    PayoutsMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    ReturnedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    FeesMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    OtherMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosingMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<string>(type: "TEXT", nullable: false),
                    MadeById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Language = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2, nullable: false),
                    Facts = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    SentAt = table.Column<string>(type: "TEXT", nullable: true)
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
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Pdf = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false)
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
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentAt = table.Column<string>(type: "TEXT", nullable: false)
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
