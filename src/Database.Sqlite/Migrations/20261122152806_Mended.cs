using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Solidarity.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Mended : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Follows_People_PersonId",
                table: "Follows");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Report_Outcome",
                table: "Reports");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Project_Status",
                table: "Projects");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ProjectMove_From",
                table: "ProjectMoves");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ProjectMove_To",
                table: "ProjectMoves");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Follows_PersonId",
                table: "Follows");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "Follows");

            migrationBuilder.AddColumn<bool>(
                name: "NoModerationLetters",
                table: "People",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddCheckConstraint(
                name: "CK_Report_Outcome",
                table: "Reports",
                sql: "\"Outcome\" IN ('Open', 'Dismissed', 'Acted', 'BroughtBack')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Project_Status",
                table: "Projects",
                sql: "\"Status\" IN ('Draft', 'InReview', 'Live', 'Suspended')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ProjectMove_From",
                table: "ProjectMoves",
                sql: "\"From\" IN ('Draft', 'InReview', 'Live', 'Suspended')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ProjectMove_To",
                table: "ProjectMoves",
                sql: "\"To\" IN ('Draft', 'InReview', 'Live', 'Suspended')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters",
                sql: "\"Kind\" IN ('ConfirmAddress', 'AccountExists', 'ResetPassword', 'NoAccount', 'Invitation', 'ProjectPublished', 'ProjectPublishedUnpaid', 'ProjectSentBack', 'ProjectSuspended', 'ProjectReinstated', 'ReportActed', 'ReportedProjectSuspended', 'ReportedUpdateRemoved', 'ReportedAnswerRemoved', 'ReportDismissed', 'ModerationWaits', 'PasswordChanged', 'PasskeyAdded', 'PasskeyRemoved', 'SecondFactorOn', 'SecondFactorOff', 'RecoveryCodesRenewed', 'EmailChangeAsked', 'EmailChangeConfirm', 'EmailChanged', 'ConfirmFollow', 'MyGifts', 'UpdateTakenAway', 'UpdateBroughtBack', 'FactorsTakenAway', 'PlatformRoleChanged', 'MemberRoleChanged', 'MemberRemoved', 'AccountClosed', 'Erased')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Report_Outcome",
                table: "Reports");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Project_Status",
                table: "Projects");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ProjectMove_From",
                table: "ProjectMoves");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ProjectMove_To",
                table: "ProjectMoves");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "NoModerationLetters",
                table: "People");

            migrationBuilder.AddColumn<Guid>(
                name: "PersonId",
                table: "Follows",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_Report_Outcome",
                table: "Reports",
                sql: "\"Outcome\" IN ('Open', 'Dismissed', 'Acted')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Project_Status",
                table: "Projects",
                sql: "\"Status\" IN ('Draft', 'InReview', 'Live', 'Suspended', 'Closed')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ProjectMove_From",
                table: "ProjectMoves",
                sql: "\"From\" IN ('Draft', 'InReview', 'Live', 'Suspended', 'Closed')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ProjectMove_To",
                table: "ProjectMoves",
                sql: "\"To\" IN ('Draft', 'InReview', 'Live', 'Suspended', 'Closed')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters",
                sql: "\"Kind\" IN ('ConfirmAddress', 'AccountExists', 'ResetPassword', 'NoAccount', 'Invitation', 'ProjectPublished', 'ProjectSentBack', 'ProjectSuspended', 'ProjectReinstated', 'ReportActed', 'ReportDismissed', 'PasswordChanged', 'PasskeyAdded', 'PasskeyRemoved', 'SecondFactorOn', 'SecondFactorOff', 'RecoveryCodesRenewed', 'EmailChangeAsked', 'EmailChangeConfirm', 'EmailChanged', 'ConfirmFollow', 'MyGifts', 'Erased')");

            migrationBuilder.CreateIndex(
                name: "IX_Follows_PersonId",
                table: "Follows",
                column: "PersonId");

            migrationBuilder.AddForeignKey(
                name: "FK_Follows_People_PersonId",
                table: "Follows",
                column: "PersonId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
