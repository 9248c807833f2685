using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Helm.Storage.Database;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Helm.Acceptance.Tests.Drivers;

/// <summary>Looks into the database beside Helm, at what no answer shows.</summary>
internal sealed class Records(HelmFolder folder)
{
    /// <summary>Helm.Storage says where SQLite's library is as soon as it is loaded.</summary>
    static Records() => RuntimeHelpers.RunModuleConstructor(typeof(StorageOptions).Module.ModuleHandle);

    /// <summary>Checks that some host holds: begun and not ended.</summary>
    public Task<int> ChecksUnderWayAsync() => CountAsync("SELECT count(*) FROM schedule WHERE claimed_by IS NOT NULL");

    public Task<int> ReportsAsync() => CountAsync("SELECT count(*) FROM health_reports");

    public Task<int> ChecksDoubledAsync() => CountAsync(
        "SELECT count(*) FROM (SELECT deployment_id FROM health_reports GROUP BY deployment_id, timestamp HAVING count(*) > 1) AS doubled");

    public Task<int> IssuesAsync() => CountAsync("SELECT count(*) FROM issues");

    public Task<int> FingerprintsAsync() => CountAsync("SELECT count(DISTINCT fingerprint) FROM issues");

    private async Task<int> CountAsync(string query)
    {
        await using var connection = Open();
        await connection.OpenAsync(Patience.Stop);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The queries are the constants above.
        command.CommandText = query;
#pragma warning restore CA2100
        return Convert.ToInt32(await command.ExecuteScalarAsync(Patience.Stop), CultureInfo.InvariantCulture);
    }

    private DbConnection Open() => folder.Settings["Helm:Storage:Provider"] == "PostgreSql"
        ? new NpgsqlConnection(folder.Keys["HELM_TEST_DATABASE"])
        : new SqliteConnection($"Data Source={folder.In("helm.db")};Pooling=False");
}
