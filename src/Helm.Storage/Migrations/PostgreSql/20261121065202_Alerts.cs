using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Helm.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Alerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alert_decisions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    issue_id = table.Column<string>(type: "text", nullable: false),
                    change_number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    told = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alert_issues",
                columns: table => new
                {
                    issue_id = table.Column<string>(type: "text", nullable: false),
                    alert_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert_issues", x => new { x.issue_id, x.alert_id });
                });

            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    group_key = table.Column<string>(type: "text", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alerts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outside_alerts",
                columns: table => new
                {
                    fingerprint = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    starts_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    document = table.Column<string>(type: "text", nullable: false),
                    is_new = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outside_alerts", x => x.fingerprint);
                });

            migrationBuilder.CreateTable(
                name: "silences",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_silences", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_issue_changes_issue_id",
                table: "issue_changes",
                column: "issue_id");

            migrationBuilder.CreateIndex(
                name: "IX_alert_decisions_at",
                table: "alert_decisions",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_alert_decisions_issue_id_id",
                table: "alert_decisions",
                columns: new[] { "issue_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_alert_issues_alert_id",
                table: "alert_issues",
                column: "alert_id");

            migrationBuilder.CreateIndex(
                name: "IX_alerts_is_open_opened_at",
                table: "alerts",
                columns: new[] { "is_open", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_alerts_one_open",
                table: "alerts",
                column: "group_key",
                unique: true,
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_outside_alerts_new",
                table: "outside_alerts",
                column: "starts_at",
                filter: "is_new");

            migrationBuilder.CreateIndex(
                name: "IX_silences_until",
                table: "silences",
                column: "until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alert_decisions");

            migrationBuilder.DropTable(
                name: "alert_issues");

            migrationBuilder.DropTable(
                name: "alerts");

            migrationBuilder.DropTable(
                name: "outside_alerts");

            migrationBuilder.DropTable(
                name: "silences");

            migrationBuilder.DropIndex(
                name: "IX_issue_changes_issue_id",
                table: "issue_changes");
        }
    }
}
