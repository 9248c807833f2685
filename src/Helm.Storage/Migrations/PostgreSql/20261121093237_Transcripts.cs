using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helm.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Transcripts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "transcripts",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    body = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transcripts", x => new { x.conversation, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_transcripts_conversation_id",
                table: "transcripts",
                columns: new[] { "conversation", "id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "transcripts");
        }
    }
}
