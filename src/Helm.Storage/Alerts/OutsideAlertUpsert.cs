using System.Data.Common;
using System.Globalization;
using Helm.Operations.Alerts;
using Helm.Storage.Database;

namespace Helm.Storage.Alerts;

/// <summary>The statement that keeps alerts: PostgreSQL takes all rows at once as arrays; SQLite is fastest with one small statement, prepared once.</summary>
internal sealed class OutsideAlertUpsert : IAsyncDisposable
{
    /// <summary>The same occurrence again changes nothing, and an older one never comes back.</summary>
    private const string OnConflict =
        """
         ON CONFLICT (fingerprint) DO UPDATE
        SET starts_at = excluded.starts_at, ends_at = excluded.ends_at, document = excluded.document, is_new = TRUE
        WHERE excluded.starts_at > outside_alerts.starts_at
           OR (excluded.starts_at = outside_alerts.starts_at AND outside_alerts.ends_at IS NULL AND excluded.ends_at IS NOT NULL)
        """;

    private readonly DbCommand _command;
    private readonly IReadOnlyList<object[]> _executions;

    private OutsideAlertUpsert(DbConnection connection, string insert, IReadOnlyList<object[]> executions)
    {
        _executions = executions;
        _command = connection.CreateCommand();
        _command.CommandText = insert + OnConflict;
        for (var column = 0; column < executions[0].Length; column++)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{column}");
            _command.Parameters.Add(parameter);
        }
    }

    public static OutsideAlertUpsert OneByOne(DbConnection connection, IReadOnlyList<OutsideAlert> alerts) => new(
        connection,
        "INSERT INTO outside_alerts (fingerprint, starts_at, ends_at, document, is_new) VALUES (@p0, @p1, @p2, @p3, TRUE)",
        [.. alerts.Select(alert => (object[])[alert.Fingerprint, alert.StartsAt.UtcDateTime, (object?)alert.EndsAt?.UtcDateTime ?? DBNull.Value, Document(alert)])]);

    public static OutsideAlertUpsert OfAll(DbConnection connection, IReadOnlyList<OutsideAlert> alerts) => new(
        connection,
        """
        INSERT INTO outside_alerts (fingerprint, starts_at, ends_at, document, is_new)
        SELECT f, s::timestamptz, NULLIF(e, '')::timestamptz, d, TRUE FROM unnest(@p0, @p1, @p2, @p3) AS new (f, s, e, d)
        """,
        [
            [
                alerts.Select(alert => alert.Fingerprint).ToArray(), alerts.Select(alert => Time(alert.StartsAt)).ToArray(),
                alerts.Select(alert => alert.EndsAt is { } end ? Time(end) : "").ToArray(), alerts.Select(Document).ToArray(),
            ],
        ]);

    public async Task ExecuteAsync(DbTransaction transaction)
    {
        _command.Transaction = transaction;
        foreach (var values in _executions)
        {
            for (var column = 0; column < values.Length; column++)
            {
                _command.Parameters[column].Value = values[column];
            }

            await _command.ExecuteNonQueryAsync();
        }
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private static string Document(OutsideAlert alert) => StoredJson.Write(new KeptAlert(alert.Labels, alert.Summary));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>What is kept of an alert beside its columns.</summary>
internal sealed record KeptAlert(IReadOnlyDictionary<string, string> Labels, string? Summary);
