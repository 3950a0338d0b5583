using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Solidarity.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ListsAndCardTraces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Transfers_PartnerId",
                table: "Transfers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters");

            migrationBuilder.CreateTable(
                name: "CardTraces",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    DonationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Network = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Card = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Browser = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ChargeId = table.Column<string>(type: "varchar(255)", unicode: false, maxLength: 255, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Weight = table.Column<int>(type: "int", nullable: false),
                    Small = table.Column<bool>(type: "bit", nullable: false),
                    Meals = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardTraces", x => x.Id);
                    table.CheckConstraint("CK_CardTrace_Counts", "\"Weight\" >= 0 AND \"Meals\" >= 0");
                    table.CheckConstraint("CK_CardTrace_Kind", "\"Kind\" IN ('Asked', 'Begun', 'Declined', 'Paid')");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_PartnerId_CreatedAt_Id",
                table: "Transfers",
                columns: new[] { "PartnerId", "CreatedAt", "Id" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters",
                sql: "\"Kind\" IN ('ConfirmAddress', 'AccountExists', 'ResetPassword', 'NoAccount', 'Invitation', 'ProjectPublished', 'ProjectPublishedUnpaid', 'ProjectSentBack', 'ProjectSuspended', 'ProjectReinstated', 'ReportActed', 'ReportedProjectSuspended', 'ReportedUpdateRemoved', 'ReportedAnswerRemoved', 'ReportDismissed', 'ModerationWaits', 'PasswordChanged', 'PasskeyAdded', 'PasskeyRemoved', 'SecondFactorOn', 'SecondFactorOff', 'RecoveryCodesRenewed', 'EmailChangeAsked', 'EmailChangeConfirm', 'EmailChanged', 'ConfirmFollow', 'ConfirmWaiting', 'MealsFree', 'Card', 'MyGifts', 'UpdateTakenAway', 'UpdateBroughtBack', 'FactorsTakenAway', 'PlatformRoleChanged', 'MemberRoleChanged', 'MemberRemoved', 'AccountClosed', 'MealsShort', 'MealsShortOwner', 'RestaurantApplied', 'RestaurantAccepted', 'RestaurantAcceptedUnpaid', 'RestaurantRefused', 'RestaurantPaused', 'RestaurantResumed', 'CardTesting', 'Erased')");

            migrationBuilder.CreateIndex(
                name: "IX_Donations_StartedAt",
                table: "Donations",
                column: "StartedAt");

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
                unique: true,
                filter: "[ChargeId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CardTraces_DonationId",
                table: "CardTraces",
                column: "DonationId");

            migrationBuilder.CreateIndex(
                name: "IX_CardTraces_Network_At",
                table: "CardTraces",
                columns: new[] { "Network", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CardTraces");

            migrationBuilder.DropIndex(
                name: "IX_Transfers_PartnerId_CreatedAt_Id",
                table: "Transfers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Donations_StartedAt",
                table: "Donations");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_PartnerId",
                table: "Transfers",
                column: "PartnerId");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters",
                sql: "\"Kind\" IN ('ConfirmAddress', 'AccountExists', 'ResetPassword', 'NoAccount', 'Invitation', 'ProjectPublished', 'ProjectPublishedUnpaid', 'ProjectSentBack', 'ProjectSuspended', 'ProjectReinstated', 'ReportActed', 'ReportedProjectSuspended', 'ReportedUpdateRemoved', 'ReportedAnswerRemoved', 'ReportDismissed', 'ModerationWaits', 'PasswordChanged', 'PasskeyAdded', 'PasskeyRemoved', 'SecondFactorOn', 'SecondFactorOff', 'RecoveryCodesRenewed', 'EmailChangeAsked', 'EmailChangeConfirm', 'EmailChanged', 'ConfirmFollow', 'ConfirmWaiting', 'MealsFree', 'Card', 'MyGifts', 'UpdateTakenAway', 'UpdateBroughtBack', 'FactorsTakenAway', 'PlatformRoleChanged', 'MemberRoleChanged', 'MemberRemoved', 'AccountClosed', 'MealsShort', 'MealsShortOwner', 'RestaurantApplied', 'RestaurantAccepted', 'RestaurantAcceptedUnpaid', 'RestaurantRefused', 'RestaurantPaused', 'RestaurantResumed', 'Erased')");
        }
    }
}
