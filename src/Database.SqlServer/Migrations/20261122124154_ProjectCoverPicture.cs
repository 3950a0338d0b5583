using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Solidarity.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ProjectCoverPicture : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CoverPictureId",
                table: "Projects",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Projects_CoverPictureId",
                table: "Projects",
                column: "CoverPictureId");

            migrationBuilder.AddForeignKey(
                name: "FK_Projects_Pictures_CoverPictureId",
                table: "Projects",
                column: "CoverPictureId",
                principalTable: "Pictures",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Projects_Pictures_CoverPictureId",
                table: "Projects");

            migrationBuilder.DropIndex(
                name: "IX_Projects_CoverPictureId",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "CoverPictureId",
                table: "Projects");
        }
    }
}
