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
        foreach (var chunk in measured.Chunk(RowsAtOnce))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = Statement(chunk.Length);
            foreach (var (resource, observation) in chunk)
            {
                Add(command, report.Environment);
                Add(command, report.Domain);
                Add(command, resource);
                Add(command, observation.Indicator);
                Add(command, observation.WindowEnd.UtcDateTime);
                Add(command, (double)observation.Value!.Value);
                Add(command, (int)observation.Health);
            }

            await command.ExecuteNonQueryAsync(cancellation);
        }
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

    private static void Add(DbCommand command, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
