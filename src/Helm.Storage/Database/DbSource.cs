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

    public DbSource(IOptions<StorageOptions> options)
    {
        IsPostgreSql = options.Value.IsPostgreSql;
        _contexts = IsPostgreSql
            ? new Contexts<PostgreSqlHelmDb>(PostgreSql(SecretReference.Resolve(options.Value.ConnectionString)))
            : new Contexts<SqliteHelmDb>(Sqlite(options.Value.Path));
    }

    public bool IsPostgreSql { get; }

    public HelmDb Open() => _contexts.CreateDbContext();

    public void Dispose()
    {
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

    private sealed class Contexts<T>(DbContextOptions<T> options) : IDbContextFactory<HelmDb>
        where T : HelmDb
    {
        private readonly PooledDbContextFactory<T> _pool = new(options);

        public HelmDb CreateDbContext() => _pool.CreateDbContext();
    }
}
