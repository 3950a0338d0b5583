using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Solidarity.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class DonationsToAskAbout : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Donations_Status_StartedAt",
                table: "Donations");

            migrationBuilder.CreateIndex(
                name: "IX_Donations_Status_FeeMinor_StartedAt",
                table: "Donations",
                columns: new[] { "Status", "FeeMinor", "StartedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Donations_Status_FeeMinor_StartedAt",
                table: "Donations");

            migrationBuilder.CreateIndex(
                name: "IX_Donations_Status_StartedAt",
                table: "Donations",
                columns: new[] { "Status", "StartedAt" });
        }
    }
}
