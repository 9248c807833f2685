using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helm.Storage.Database;

/// <summary>Brings the database up to date at the start, and says whether it answers.</summary>
public sealed class StorageStart
{
    private readonly DbSource _source;
    private readonly IOptions<StorageOptions> _options;

    internal StorageStart(DbSource source, IOptions<StorageOptions> options)
    {
        _source = source;
        _options = options;
    }

    /// <summary>Applies the migrations that are missing; to be awaited before anything else uses the storage.</summary>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var db = _source.Open();
        if (_source.IsPostgreSql)
        {
            await MigrationLock.OnPostgreSqlAsync(db, () => db.Database.MigrateAsync(cancellation), cancellation);
            return;
        }

        var file = Path.GetFullPath(_options.Value.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var alone = await MigrationLock.OnSqliteAsync(file, cancellation);
        await MigrationLock.ForgetTheDeadAsync(db, cancellation);
        await db.Database.MigrateAsync(cancellation);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellation);
    }

    /// <summary>Null when the database answers; otherwise why it does not. For /readyz and the doctor.</summary>
    public async Task<string?> ProbeAsync(CancellationToken cancellation)
    {
        try
        {
            await using var db = _source.Open();
            await db.Database.ExecuteSqlRawAsync("SELECT 1", cancellation);
            return null;
        }
#pragma warning disable CA1031 // Whatever keeps the database from answering is the answer.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return exception.Message;
        }
    }
}
