using System.Data.Common;
using System.Globalization;
using System.Text;
using Helm.Operations.Monitoring;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Helm.Storage.Reports;

/// <summary>Writes the measured values of a report, many rows a statement: a large pass has tens of thousands.</summary>
internal static class Measurements
{
    private const int RowsAtOnce = 100;

    private static readonly string[] Columns =
        ["environment", "domain", "resource", "indicator", "at", "value", "health"];

    public static async Task InsertAsync(HelmDb db, HealthReport report, CancellationToken cancellation)
    {
        var measured =
            from resource in report.Resources
            from observation in resource.Observations
            where observation.Value is not null
            select (resource.Resource.Name, observation);
        DbCommand? command = null;
        try
        {
            foreach (var chunk in measured.Chunk(RowsAtOnce))
            {
                // Full chunks share one prepared command; only the last one may need another.
                if (command?.Parameters.Count != chunk.Length * Columns.Length)
                {
                    command?.Dispose();
                    command = Prepare(db, chunk.Length);
                }

                var next = 0;
                foreach (var (resource, observation) in chunk)
                {
                    object[] values =
                    [
                        report.Environment,
                        report.Domain,
                        resource,
                        observation.Indicator,
                        observation.WindowEnd.UtcDateTime,
                        (double)observation.Value!.Value,
                        (int)observation.Health,
                    ];
                    foreach (var value in values)
                    {
                        command.Parameters[next++].Value = value;
                    }
                }

                await command.ExecuteNonQueryAsync(cancellation);
            }
        }
        finally
        {
            command?.Dispose();
        }
    }

    private static DbCommand Prepare(HelmDb db, int rows)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = Statement(rows);
        for (var number = 0; number < rows * Columns.Length; number++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{number}");
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static string Statement(int rows)
    {
        var text = new StringBuilder("INSERT INTO measurements (").AppendJoin(", ", Columns).Append(") VALUES ");
        for (var row = 0; row < rows; row++)
        {
            var first = row * Columns.Length;
            var parameters = Enumerable.Range(first, Columns.Length)
                .Select(number => string.Create(CultureInfo.InvariantCulture, $"@p{number}"));
            text.Append(row == 0 ? "(" : ", (").AppendJoin(", ", parameters).Append(')');
        }

        return text.ToString();
    }
}
