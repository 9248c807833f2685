using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helm.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AuditsAndPromises : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audits",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    environment = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "promises",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    conversation = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    person = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    issue_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    environment = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    resource = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ending = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_promises", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audits_started_at",
                table: "audits",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "IX_audits_type_environment_started_at",
                table: "audits",
                columns: new[] { "type", "environment", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_promises_ended_at",
                table: "promises",
                column: "ended_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audits");

            migrationBuilder.DropTable(
                name: "promises");
        }
    }
}
