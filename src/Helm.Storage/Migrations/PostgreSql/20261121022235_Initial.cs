using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Helm.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "api_pace",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    first_pass_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    latest_pass_dollars = table.Column<double>(type: "double precision", nullable: true),
                    sweep_factor = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_pace", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "api_uses",
                columns: table => new
                {
                    hour = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    operation = table.Column<string>(type: "text", nullable: false),
                    calls = table.Column<long>(type: "bigint", nullable: false),
                    dollars = table.Column<double>(type: "double precision", nullable: false),
                    unslowed_dollars = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_uses", x => new { x.hour, x.service, x.operation });
                });

            migrationBuilder.CreateTable(
                name: "conversations",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deployments",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    latest_report_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deployments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "health_reports",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    deployment_id = table.Column<string>(type: "text", nullable: false),
                    timestamp = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_health_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "issue_changes",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    issue_id = table.Column<string>(type: "text", nullable: false),
                    change = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issue_changes", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "issue_groups",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    environment = table.Column<string>(type: "text", nullable: false),
                    domain = table.Column<string>(type: "text", nullable: false),
                    severity = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    score_fresh = table.Column<int>(type: "integer", nullable: false),
                    score_half_hour = table.Column<int>(type: "integer", nullable: false),
                    score_hour = table.Column<int>(type: "integer", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issue_groups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "issues",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    issue_id = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    resource_key = table.Column<string>(type: "text", nullable: false),
                    resource_name = table.Column<string>(type: "text", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    group_id = table.Column<long>(type: "bigint", nullable: false),
                    detected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    resolved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    score_fresh = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issues", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "measurements",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    environment = table.Column<string>(type: "text", nullable: false),
                    domain = table.Column<string>(type: "text", nullable: false),
                    resource = table.Column<string>(type: "text", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    value = table.Column<double>(type: "double precision", nullable: false),
                    health = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measurements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "schedule",
                columns: table => new
                {
                    subject = table.Column<string>(type: "text", nullable: false),
                    is_check = table.Column<bool>(type: "boolean", nullable: false),
                    enabled = table.Column<bool>(type: "boolean", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    claimed_by = table.Column<string>(type: "text", nullable: true),
                    claimed_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schedule", x => x.subject);
                });

            migrationBuilder.CreateTable(
                name: "sequences",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sequences", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "signals",
                columns: table => new
                {
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    resource_key = table.Column<string>(type: "text", nullable: false),
                    bad = table.Column<int>(type: "integer", nullable: false),
                    good = table.Column<int>(type: "integer", nullable: false),
                    bad_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    counted_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    issue_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signals", x => x.fingerprint);
                });

            migrationBuilder.InsertData(
                table: "api_pace",
                columns: new[] { "id", "first_pass_at", "latest_pass_dollars", "sweep_factor" },
                values: new object[] { 1, null, null, 1.0 });

            migrationBuilder.InsertData(
                table: "sequences",
                columns: new[] { "name", "last" },
                values: new object[] { "issue_changes", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_conversations_updated_at",
                table: "conversations",
                column: "updated_at");

            migrationBuilder.CreateIndex(
                name: "IX_deployments_source",
                table: "deployments",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "IX_health_reports_deployment_id_timestamp",
                table: "health_reports",
                columns: new[] { "deployment_id", "timestamp" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_health_reports_timestamp",
                table: "health_reports",
                column: "timestamp");

            migrationBuilder.CreateIndex(
                name: "IX_issue_changes_at",
                table: "issue_changes",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_issue_groups_environment_domain_severity_status_score_fresh~",
                table: "issue_groups",
                columns: new[] { "environment", "domain", "severity", "status", "score_fresh", "score_half_hour", "score_hour" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_issues_fingerprint_resolved_at",
                table: "issues",
                columns: new[] { "fingerprint", "resolved_at" });

            migrationBuilder.CreateIndex(
                name: "IX_issues_group_id_detected_at",
                table: "issues",
                columns: new[] { "group_id", "detected_at" });

            migrationBuilder.CreateIndex(
                name: "IX_issues_issue_id",
                table: "issues",
                column: "issue_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_issues_resolved_at",
                table: "issues",
                column: "resolved_at");

            migrationBuilder.CreateIndex(
                name: "IX_issues_resource_key_is_open",
                table: "issues",
                columns: new[] { "resource_key", "is_open" });

            migrationBuilder.CreateIndex(
                name: "IX_issues_resource_name",
                table: "issues",
                column: "resource_name");

            migrationBuilder.CreateIndex(
                name: "ix_issues_one_open",
                table: "issues",
                column: "fingerprint",
                unique: true,
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "IX_measurements_at",
                table: "measurements",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_measurements_resource_indicator_at",
                table: "measurements",
                columns: new[] { "resource", "indicator", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_schedule_claimed_by",
                table: "schedule",
                column: "claimed_by");

            migrationBuilder.CreateIndex(
                name: "IX_schedule_due_at",
                table: "schedule",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_signals_resource_key",
                table: "signals",
                column: "resource_key");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_pace");

            migrationBuilder.DropTable(
                name: "api_uses");

            migrationBuilder.DropTable(
                name: "conversations");

            migrationBuilder.DropTable(
                name: "deployments");

            migrationBuilder.DropTable(
                name: "health_reports");

            migrationBuilder.DropTable(
                name: "issue_changes");

            migrationBuilder.DropTable(
                name: "issue_groups");

            migrationBuilder.DropTable(
                name: "issues");

            migrationBuilder.DropTable(
                name: "measurements");

            migrationBuilder.DropTable(
                name: "schedule");

            migrationBuilder.DropTable(
                name: "sequences");

            migrationBuilder.DropTable(
                name: "signals");
        }
    }
}
