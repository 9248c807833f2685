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

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Hosts_that_start_together_on_an_empty_database_all_start(Provider provider)
    {
        Installation[] hosts = [await PrepareAsync(provider), await PrepareAsync(provider), await PrepareAsync(provider), await PrepareAsync(provider)];

        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.Get<StorageStart>().MigrateAsync(Cancellation), Cancellation)));

        Assert.Null(await hosts[0].Get<StorageStart>().ProbeAsync(Cancellation));
    }

    [Fact]
    public async Task A_host_that_was_killed_while_it_migrated_SQLite_keeps_nobody_from_starting()
    {
        var killed = await StartAsync(Provider.Sqlite);
        await using (var db = killed.Get<DbSource>().Open())
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2025-11-03 10:30:00')", Cancellation);
        }

        var next = await StartAsync(Provider.Sqlite);

        Assert.Null(await next.Get<StorageStart>().ProbeAsync(Cancellation));
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
