using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Helm.Storage.Database;

/// <summary>One host at a time brings a database up to date; whoever is killed at it gives the lock back by that.</summary>
/// <remarks>
/// EF's own locks are not enough: on PostgreSQL two first starts collide before the table that it locks exists, and on SQLite
/// its lock is a row, which stays when its owner is killed, so that the next start would wait for ever.
/// </remarks>
internal static class MigrationLock
{
    /// <summary>"Helm" in hexadecimal; advisory locks are numbers of one database.</summary>
    private const long Number = 0x48656C6D;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <summary>The lock is given back by name, because a connection that only goes back to its pool keeps it.</summary>
    public static async Task OnPostgreSqlAsync(HelmDb db, Func<Task> migrate, CancellationToken cancellation)
    {
        await CreateDatabaseAsync(db.GetService<IRelationalDatabaseCreator>(), cancellation);
        db.Database.SetCommandTimeout(Longest);
        await db.Database.OpenConnectionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Number})", cancellation);
        try
        {
            await migrate();
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Number})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>A lock of the operating system on a file beside the database, until the stream is disposed.</summary>
    public static async Task<FileStream> OnSqliteAsync(string database, CancellationToken cancellation)
    {
        var file = database + ".migrating";
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(Between, cancellation);
            }
        }
    }

    /// <summary>To be called by the holder of the lock: a row that is there now belongs to nobody who lives.</summary>
    public static async Task ForgetTheDeadAsync(HelmDb db, CancellationToken cancellation)
    {
        var tables = await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").ToListAsync(cancellation);
        if (tables.Count > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellation);
        }
    }

    private static async Task CreateDatabaseAsync(IRelationalDatabaseCreator creator, CancellationToken cancellation)
    {
        try
        {
            if (!await creator.ExistsAsync(cancellation))
            {
                await creator.CreateAsync(cancellation);
            }
        }
        catch (PostgresException other) when (other.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another host was faster.
        }
    }
}
