using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helm.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Investigations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "investigations",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    issue_id = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    bundle = table.Column<string>(type: "TEXT", nullable: false),
                    report = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_investigations", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_investigations_at",
                table: "investigations",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_investigations_issue_id_at",
                table: "investigations",
                columns: new[] { "issue_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "investigations");
        }
    }
}
