using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Solidarity.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Givers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters");

            migrationBuilder.CreateTable(
                name: "Dedications",
                columns: table => new
                {
                    DonationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Honoured = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ShownOnWall = table.Column<bool>(type: "INTEGER", nullable: false),
                    CardEmail = table.Column<string>(type: "TEXT", unicode: false, maxLength: 254, nullable: true),
                    CardLanguage = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2, nullable: true),
                    CardOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CardSentAt = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
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
                name: "MealWaitings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MealPartnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Email = table.Column<string>(type: "TEXT", unicode: false, maxLength: 254, nullable: false),
                    Token = table.Column<string>(type: "TEXT", unicode: false, maxLength: 27, nullable: false),
                    Language = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<string>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<string>(type: "TEXT", nullable: true),
                    ToldAt = table.Column<string>(type: "TEXT", nullable: true),
                    Offered = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
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
                name: "MealWeeks",
                columns: table => new
                {
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Starts = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Paid = table.Column<int>(type: "INTEGER", nullable: false),
                    Cooked = table.Column<int>(type: "INTEGER", nullable: false),
                    Delivered = table.Column<int>(type: "INTEGER", nullable: false),
                    Confirmed = table.Column<int>(type: "INTEGER", nullable: false),
                    Redeemed = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.AddCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters",
                sql: "\"Kind\" IN ('ConfirmAddress', 'AccountExists', 'ResetPassword', 'NoAccount', 'Invitation', 'ProjectPublished', 'ProjectPublishedUnpaid', 'ProjectSentBack', 'ProjectSuspended', 'ProjectReinstated', 'ReportActed', 'ReportedProjectSuspended', 'ReportedUpdateRemoved', 'ReportedAnswerRemoved', 'ReportDismissed', 'ModerationWaits', 'PasswordChanged', 'PasskeyAdded', 'PasskeyRemoved', 'SecondFactorOn', 'SecondFactorOff', 'RecoveryCodesRenewed', 'EmailChangeAsked', 'EmailChangeConfirm', 'EmailChanged', 'ConfirmFollow', 'ConfirmWaiting', 'MealsFree', 'Card', 'MyGifts', 'UpdateTakenAway', 'UpdateBroughtBack', 'FactorsTakenAway', 'PlatformRoleChanged', 'MemberRoleChanged', 'MemberRemoved', 'AccountClosed', 'Erased')");

            migrationBuilder.CreateIndex(
                name: "IX_Dedications_CardEmail",
                table: "Dedications",
                column: "CardEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Dedications_CardSentAt_CardOn",
                table: "Dedications",
                columns: new[] { "CardSentAt", "CardOn" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Dedications");

            migrationBuilder.DropTable(
                name: "MealWaitings");

            migrationBuilder.DropTable(
                name: "MealWeeks");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters",
                sql: "\"Kind\" IN ('ConfirmAddress', 'AccountExists', 'ResetPassword', 'NoAccount', 'Invitation', 'ProjectPublished', 'ProjectPublishedUnpaid', 'ProjectSentBack', 'ProjectSuspended', 'ProjectReinstated', 'ReportActed', 'ReportedProjectSuspended', 'ReportedUpdateRemoved', 'ReportedAnswerRemoved', 'ReportDismissed', 'ModerationWaits', 'PasswordChanged', 'PasskeyAdded', 'PasskeyRemoved', 'SecondFactorOn', 'SecondFactorOff', 'RecoveryCodesRenewed', 'EmailChangeAsked', 'EmailChangeConfirm', 'EmailChanged', 'ConfirmFollow', 'MyGifts', 'UpdateTakenAway', 'UpdateBroughtBack', 'FactorsTakenAway', 'PlatformRoleChanged', 'MemberRoleChanged', 'MemberRemoved', 'AccountClosed', 'Erased')");
        }
    }
}
