using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Solidarity.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class FollowsWithoutPerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Follows_People_PersonId",
                table: "Follows");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Project_Status",
                table: "Projects");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ProjectMove_From",
                table: "ProjectMoves");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ProjectMove_To",
                table: "ProjectMoves");

            migrationBuilder.DropIndex(
                name: "IX_Follows_PersonId",
                table: "Follows");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "Follows");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Project_Status",
                table: "Projects");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ProjectMove_From",
                table: "ProjectMoves");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ProjectMove_To",
                table: "ProjectMoves");

            migrationBuilder.AddColumn<Guid>(
                name: "PersonId",
                table: "Follows",
                type: "uniqueidentifier",
                nullable: true);

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
