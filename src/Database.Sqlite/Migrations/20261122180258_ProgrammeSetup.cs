using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Solidarity.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ProgrammeSetup : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters");

            migrationBuilder.AddColumn<string>(
                name: "ApplicationKey",
                table: "MealProgrammes",
                type: "TEXT",
                unicode: false,
                maxLength: 27,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "PausedByItself",
                table: "MealPartners",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters",
                sql: "\"Kind\" IN ('ConfirmAddress', 'AccountExists', 'ResetPassword', 'NoAccount', 'Invitation', 'ProjectPublished', 'ProjectPublishedUnpaid', 'ProjectSentBack', 'ProjectSuspended', 'ProjectReinstated', 'ReportActed', 'ReportedProjectSuspended', 'ReportedUpdateRemoved', 'ReportedAnswerRemoved', 'ReportDismissed', 'ModerationWaits', 'PasswordChanged', 'PasskeyAdded', 'PasskeyRemoved', 'SecondFactorOn', 'SecondFactorOff', 'RecoveryCodesRenewed', 'EmailChangeAsked', 'EmailChangeConfirm', 'EmailChanged', 'ConfirmFollow', 'MyGifts', 'UpdateTakenAway', 'UpdateBroughtBack', 'FactorsTakenAway', 'PlatformRoleChanged', 'MemberRoleChanged', 'MemberRemoved', 'AccountClosed', 'RestaurantApplied', 'RestaurantAccepted', 'RestaurantAcceptedUnpaid', 'RestaurantRefused', 'RestaurantPaused', 'RestaurantResumed', 'Erased')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "ApplicationKey",
                table: "MealProgrammes");

            migrationBuilder.DropColumn(
                name: "PausedByItself",
                table: "MealPartners");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters",
                sql: "\"Kind\" IN ('ConfirmAddress', 'AccountExists', 'ResetPassword', 'NoAccount', 'Invitation', 'ProjectPublished', 'ProjectPublishedUnpaid', 'ProjectSentBack', 'ProjectSuspended', 'ProjectReinstated', 'ReportActed', 'ReportedProjectSuspended', 'ReportedUpdateRemoved', 'ReportedAnswerRemoved', 'ReportDismissed', 'ModerationWaits', 'PasswordChanged', 'PasskeyAdded', 'PasskeyRemoved', 'SecondFactorOn', 'SecondFactorOff', 'RecoveryCodesRenewed', 'EmailChangeAsked', 'EmailChangeConfirm', 'EmailChanged', 'ConfirmFollow', 'MyGifts', 'UpdateTakenAway', 'UpdateBroughtBack', 'FactorsTakenAway', 'PlatformRoleChanged', 'MemberRoleChanged', 'MemberRemoved', 'AccountClosed', 'Erased')");
        }
    }
}
