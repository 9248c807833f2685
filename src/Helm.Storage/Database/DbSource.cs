using Helm.Operations.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace Helm.Storage.Database;

/// <summary>Opens the configured database; contexts are pooled.</summary>
internal sealed class DbSource : IDisposable
{
    private readonly IDbContextFactory<HelmDb> _contexts;
    private readonly SemaphoreSlim? _writers;
    private readonly AsyncLocal<HelmDb?> _together = new();

    public DbSource(IOptions<StorageOptions> options)
    {
        IsPostgreSql = options.Value.IsPostgreSql;
        _writers = IsPostgreSql ? null : new(1);
        _contexts = IsPostgreSql
            ? new Contexts<PostgreSqlHelmDb>(PostgreSql(SecretReference.Resolve(options.Value.ConnectionString)))
            : new Contexts<SqliteHelmDb>(Sqlite(options.Value.Path));
    }

    public bool IsPostgreSql { get; }

    /// <summary>True while the caller is within <see cref="TogetherAsync"/>.</summary>
    public bool IsTogether => _together.Value is not null;

    /// <summary>A context of its own; within <see cref="TogetherAsync"/> one on the connection and transaction of that.</summary>
    public HelmDb Open() => _together.Value is { } outer ? Beside(outer) : _contexts.CreateDbContext();

    /// <summary>What the work opens from here writes in the transaction of this context.</summary>
    public async Task<T> TogetherAsync<T>(HelmDb db, Func<Task<T>> work)
    {
        _together.Value = db; // seen by the work only: an asynchronous method gives its caller back what was there before
        return await work();
    }

    /// <summary>To be held while writing. SQLite has one writer at a time anyway; who waits here is woken at once,
    /// where the driver would sleep 150 ms between its attempts. PostgreSQL needs nothing.</summary>
    public async ValueTask<Writing> WriteAsync(CancellationToken cancellation)
    {
        var writers = IsTogether ? null : _writers; // within a transaction the turn is taken already
        if (writers is not null)
        {
            await writers.WaitAsync(cancellation);
        }

        return new(writers);
    }

    public void Dispose()
    {
        _writers?.Dispose();
        if (!IsPostgreSql)
        {
            using var context = Open();
            SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
        }
    }

    internal static DbContextOptions<SqliteHelmDb> Sqlite(string path)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(path),
            DefaultTimeout = 30,
            Pooling = true,
        };
        return new DbContextOptionsBuilder<SqliteHelmDb>()
            .UseSqlite(connection.ToString())
            .AddInterceptors(new SqlitePragmas())
            .Options;
    }

    internal static DbContextOptions<PostgreSqlHelmDb> PostgreSql(string connectionString) =>
        new DbContextOptionsBuilder<PostgreSqlHelmDb>().UseNpgsql(connectionString).Options;

    private HelmDb Beside(HelmDb outer)
    {
        var connection = outer.Database.GetDbConnection();
        HelmDb db = IsPostgreSql
            ? new PostgreSqlHelmDb(new DbContextOptionsBuilder<PostgreSqlHelmDb>().UseNpgsql(connection).Options)
            : new SqliteHelmDb(new DbContextOptionsBuilder<SqliteHelmDb>().UseSqlite(connection).Options);
        db.Database.UseTransaction(outer.Database.CurrentTransaction!.GetDbTransaction());
        return db;
    }

    /// <summary>A turn at writing; ends when disposed.</summary>
    internal readonly struct Writing(SemaphoreSlim? writers) : IDisposable
    {
        public void Dispose() => writers?.Release();
    }

    private sealed class Contexts<T>(DbContextOptions<T> options) : IDbContextFactory<HelmDb>
        where T : HelmDb
    {
        private readonly PooledDbContextFactory<T> _pool = new(options);

        public HelmDb CreateDbContext() => _pool.CreateDbContext();
    }
}
