using Helm.Operations.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;

namespace Helm.Storage.Database;

/// <summary>Opens the configured database; contexts are pooled.</summary>
internal sealed class DbSource : IDisposable
{
    private readonly IDbContextFactory<HelmDb> _contexts;
    private readonly SemaphoreSlim? _writers;

    public DbSource(IOptions<StorageOptions> options)
    {
        IsPostgreSql = options.Value.IsPostgreSql;
        _writers = IsPostgreSql ? null : new(1);
        _contexts = IsPostgreSql
            ? new Contexts<PostgreSqlHelmDb>(PostgreSql(SecretReference.Resolve(options.Value.ConnectionString)))
            : new Contexts<SqliteHelmDb>(Sqlite(options.Value.Path));
    }

    public bool IsPostgreSql { get; }

    public HelmDb Open() => _contexts.CreateDbContext();

    /// <summary>To be held while writing. SQLite has one writer at a time anyway; who waits here is woken at once,
    /// where the driver would sleep 150 ms between its attempts. PostgreSQL needs nothing.</summary>
    public async ValueTask<Writing> WriteAsync(CancellationToken cancellation)
    {
        if (_writers is not null)
        {
            await _writers.WaitAsync(cancellation);
        }

        return new(_writers);
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
