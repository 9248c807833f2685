using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Tests;

public sealed class MigrationTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_migrations_say_all_that_the_model_says(Provider provider)
    {
        var helm = await StartAsync(provider);
        await using var db = helm.Get<DbSource>().Open();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancellation));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_probe_is_silent_while_the_database_answers(Provider provider)
    {
        var helm = await StartAsync(provider);

        Assert.Null(await helm.Get<StorageStart>().ProbeAsync(Cancellation));
    }

    [Fact]
    public async Task SQLite_writes_ahead_and_syncs_normally()
    {
        var helm = await StartAsync(Provider.Sqlite);
        await using var db = helm.Get<DbSource>().Open();

        Assert.Equal("wal", (await db.Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToListAsync(Cancellation))[0]);
        Assert.Equal(1, (await db.Database.SqlQueryRaw<int>("PRAGMA synchronous").ToListAsync(Cancellation))[0]);
    }
}
