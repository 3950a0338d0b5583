using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Solidarity.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class GiversPage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters");

            migrationBuilder.AddColumn<string>(
                name: "GiverEmail",
                table: "Receipts",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GiverName",
                table: "Receipts",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmailKey",
                table: "Donations",
                type: "TEXT",
                unicode: false,
                maxLength: 320,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ErasedAt",
                table: "Donations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters",
                sql: "\"Kind\" IN ('ConfirmAddress', 'AccountExists', 'ResetPassword', 'NoAccount', 'Invitation', 'ProjectPublished', 'ProjectSentBack', 'ProjectSuspended', 'ProjectReinstated', 'ReportActed', 'ReportDismissed', 'PasswordChanged', 'PasskeyAdded', 'PasskeyRemoved', 'SecondFactorOn', 'SecondFactorOff', 'RecoveryCodesRenewed', 'EmailChangeAsked', 'EmailChangeConfirm', 'EmailChanged', 'ConfirmFollow', 'MyGifts', 'Erased')");

            migrationBuilder.CreateIndex(
                name: "IX_Donations_EmailKey_StartedAt",
                table: "Donations",
                columns: new[] { "EmailKey", "StartedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Donations_EmailKey_StartedAt",
                table: "Donations");

            migrationBuilder.DropColumn(
                name: "GiverEmail",
                table: "Receipts");

            migrationBuilder.DropColumn(
                name: "GiverName",
                table: "Receipts");

            migrationBuilder.DropColumn(
                name: "EmailKey",
                table: "Donations");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "Donations");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Letter_Kind",
                table: "Letters",
                sql: "\"Kind\" IN ('ConfirmAddress', 'AccountExists', 'ResetPassword', 'NoAccount', 'Invitation', 'ProjectPublished', 'ProjectSentBack', 'ProjectSuspended', 'ProjectReinstated', 'ReportActed', 'ReportDismissed', 'PasswordChanged', 'PasskeyAdded', 'PasskeyRemoved', 'SecondFactorOn', 'SecondFactorOff', 'RecoveryCodesRenewed', 'EmailChangeAsked', 'EmailChangeConfirm', 'EmailChanged', 'ConfirmFollow')");
        }
    }
}
