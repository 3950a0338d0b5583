using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Solidarity.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PartnersBeingPaid : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DisabledReason",
                table: "Partners",
                type: "TEXT",
                unicode: false,
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RequirementsDue",
                table: "Partners",
                type: "TEXT",
                unicode: false,
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RequirementsDueBy",
                table: "Partners",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "UnderReview",
                table: "Partners",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Payouts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StripePayoutId = table.Column<string>(type: "TEXT", unicode: false, maxLength: 255, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    CurrencyCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    ArrivesOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<string>(type: "TEXT", nullable: false),
                    FailureReason = table.Column<string>(type: "TEXT", unicode: false, maxLength: 255, nullable: true),
                    ItemsComplete = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
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
                name: "PayoutItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PayoutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BalanceTransactionId = table.Column<string>(type: "TEXT", unicode: false, maxLength: 255, nullable: false),
                    StripeSourceId = table.Column<string>(type: "TEXT", unicode: false, maxLength: 255, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    FeeMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    TransferId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TransferReversalId = table.Column<Guid>(type: "TEXT", nullable: true)
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
                    table.ForeignKey(
                        name: "FK_PayoutItems_TransferReversals_TransferReversalId",
                        column: x => x.TransferReversalId,
                        principalTable: "TransferReversals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PayoutItems_Transfers_TransferId",
                        column: x => x.TransferId,
                        principalTable: "Transfers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "IX_Payouts_PartnerId_CreatedAt",
                table: "Payouts",
                columns: new[] { "PartnerId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Payouts_StripePayoutId",
                table: "Payouts",
                column: "StripePayoutId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PayoutItems");

            migrationBuilder.DropTable(
                name: "Payouts");

            migrationBuilder.DropColumn(
                name: "DisabledReason",
                table: "Partners");

            migrationBuilder.DropColumn(
                name: "RequirementsDue",
                table: "Partners");

            migrationBuilder.DropColumn(
                name: "RequirementsDueBy",
                table: "Partners");

            migrationBuilder.DropColumn(
                name: "UnderReview",
                table: "Partners");
        }
    }
}
