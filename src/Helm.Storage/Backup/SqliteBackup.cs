using Helm.Storage.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Backup;

/// <summary>Copies the record to a file while Helm runs, and back while it does not.</summary>
public static class SqliteBackup
{
    /// <summary>A copy of one moment, complete and checked before it gets its name.</summary>
    /// <returns>The size of the copy in bytes.</returns>
    /// <exception cref="BackupException">There is nothing to copy, or the copy did not become whole.</exception>
    public static long Copy(string database, string target)
    {
        if (!File.Exists(database))
        {
            throw new BackupException($"There is no database {database}; nothing was copied. Helm:Storage:Path says where it is.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        var unfinished = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            Run(database, unfinished);
            Close(unfinished);
            Check(unfinished);
            File.Move(unfinished, target, overwrite: true);
            return new FileInfo(target).Length;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Puts a copy in the place of the record; what was there is kept beside it.</summary>
    /// <returns>Where what was there is kept; null when there was nothing.</returns>
    /// <exception cref="BackupException">The file is no record of Helm's, or Helm runs.</exception>
    public static string? PutBack(string backup, string database, DateTimeOffset now)
    {
        if (!File.Exists(backup))
        {
            throw new BackupException($"There is no file {backup}; nothing was changed.");
        }

        Check(backup);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(database))!);
        var kept = File.Exists(database) ? SetAside(database, now) : null;
        Run(backup, database);
        return kept;
    }

    private static void Run(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadOnly);
        using var target = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
    }

    /// <summary>One file, to be carried anywhere: without this the write-ahead log of the original would be begun beside it.</summary>
    private static void Close(string copy)
    {
        using var connection = Open(copy, SqliteOpenMode.ReadWrite);
        Read(connection, "PRAGMA journal_mode=DELETE");
    }

    /// <summary>Whole, and of a Helm that is not newer than this one.</summary>
    private static void Check(string file)
    {
        try
        {
            using var connection = Open(file, SqliteOpenMode.ReadOnly);
            var state = Read(connection, "PRAGMA integrity_check").First();
            if (state != "ok")
            {
                throw new BackupException($"{file} is damaged ({state}); nothing was changed.");
            }

            using var model = new SqliteHelmDb(DbSource.Sqlite(file));
            var newer = Read(connection, "SELECT MigrationId FROM __EFMigrationsHistory").Except(model.Database.GetMigrations()).Order().LastOrDefault();
            if (newer is not null)
            {
                throw new BackupException($"{file} comes from a newer Helm (it has {newer}); nothing was changed. Use that version, or a later one.");
            }
        }
        catch (SqliteException problem)
        {
            throw new BackupException($"{file} is no record of Helm's: {problem.Message} Nothing was changed.", problem);
        }
    }

    /// <summary>Only the sole user of a database gets it exclusively, so a host that runs is noticed.</summary>
    private static string SetAside(string database, DateTimeOffset now)
    {
        try
        {
            using var connection = Open(database, SqliteOpenMode.ReadWrite);
            Read(connection, "PRAGMA locking_mode=EXCLUSIVE");
            Read(connection, "BEGIN EXCLUSIVE");
            Read(connection, "COMMIT");
            Read(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6)
        {
            throw new BackupException($"{database} is in use, so Helm is running; nothing was changed. Stop it first, then restore.", busy);
        }

        var kept = FormattableString.Invariant($"{database}.before-restore-{now:yyyyMMdd-HHmmss}");
        File.Move(database, kept);
        foreach (var companion in new[] { "-wal", "-shm" })
        {
            File.Delete(database + companion);
        }

        return kept;
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(file),
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 5,
        }.ToString());
        connection.Open();
        return connection;
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetValue(0).ToString() ?? "");
        }

        return rows;
    }
}

/// <summary>Why a backup or a restore did not happen, for whoever asked for it.</summary>
public sealed class BackupException : Exception
{
    public BackupException()
    {
    }

    public BackupException(string message)
        : base(message)
    {
    }

    public BackupException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
