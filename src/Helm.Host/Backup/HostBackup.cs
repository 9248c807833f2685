using Helm.Storage.Backup;
using Helm.Storage.Database;

namespace Helm.Host.Backup;

/// <summary>Backs up and restores the database that a host with these settings would use.</summary>
public static class HostBackup
{
    /// <summary>Where the copy is, and its size in bytes.</summary>
    /// <exception cref="BackupException">With a sentence for the user.</exception>
    public static (string File, long Bytes) Copy(string? settings, string? target, TimeProvider time)
    {
        var database = DatabaseOf(settings);
        var file = target ?? FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(database)}-{time.GetUtcNow():yyyyMMdd-HHmmss}.db");
        return (Path.GetFullPath(file), SqliteBackup.Copy(database, file));
    }

    /// <summary>The database, and where its former content is kept.</summary>
    /// <exception cref="BackupException">With a sentence for the user.</exception>
    public static (string Database, string? Kept) PutBack(string? settings, string backup, TimeProvider time)
    {
        var database = DatabaseOf(settings);
        return (Path.GetFullPath(database), SqliteBackup.PutBack(backup, database, time.GetUtcNow()));
    }

    private static string DatabaseOf(string? settings)
    {
        if (settings is not null && !File.Exists(settings))
        {
            throw new BackupException($"There is no settings file {settings}.");
        }

        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath(settings ?? "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();
        var options = configuration.GetSection("Helm:Storage").Get<StorageOptions>() ?? new();
        return string.Equals(options.Provider, StorageOptions.PostgreSql, StringComparison.OrdinalIgnoreCase)
            ? throw new BackupException(
                "This Helm keeps its record in PostgreSQL, which has tools of its own: pg_dump --format=custom --file=helm.dump DATABASE, and pg_restore --clean --if-exists --dbname=DATABASE helm.dump while Helm is stopped.")
            : options.Path;
    }
}
