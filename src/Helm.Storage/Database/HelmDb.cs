using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Helm.Storage.Database;

/// <summary>The one model; the rows and their configuration live with their aggregates.</summary>
internal abstract class HelmDb(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(HelmDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase.Of(property.Name));
            }
        }
    }

    /// <summary>Times are UTC in both databases: PostgreSQL takes no other, and SQLite then compares them as text.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        time => time.UtcDateTime, time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)));
}

/// <summary>The model on SQLite.</summary>
internal sealed class SqliteHelmDb(DbContextOptions<SqliteHelmDb> options) : HelmDb(options);

/// <summary>The model on PostgreSQL.</summary>
internal sealed class PostgreSqlHelmDb(DbContextOptions<PostgreSqlHelmDb> options) : HelmDb(options);
