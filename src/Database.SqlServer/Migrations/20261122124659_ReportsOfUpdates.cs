using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Solidarity.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ReportsOfUpdates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Report_Kind",
                table: "Reports");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Report_Kind",
                table: "Reports",
                sql: "\"Kind\" IN ('Project', 'Message', 'Update', 'Answer')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Report_Kind",
                table: "Reports");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Report_Kind",
                table: "Reports",
                sql: "\"Kind\" IN ('Project', 'Message')");
        }
    }
}
