using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Solidarity.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class EmailKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            // Gifts from before the column was there. Their addresses are ASCII, whose small letters are the same everywhere.
            migrationBuilder.Sql("UPDATE \"Donations\" SET \"EmailKey\" = LOWER(\"Email\") WHERE \"EmailKey\" = ''");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
