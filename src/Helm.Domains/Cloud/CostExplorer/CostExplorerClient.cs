using System.Globalization;
using System.Runtime.CompilerServices;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Audits;

namespace Helm.Domains.Cloud.CostExplorer;

/// <summary>AWS Cost Explorer: what was spent.</summary>
internal sealed class CostExplorerClient(AwsClient aws)
{
    private const string Metric = "UnblendedCost";

    /// <summary>What each service cost on each day, page after page.</summary>
    /// <param name="to">The day after the last.</param>
    public async IAsyncEnumerable<DailyCost> GetDailyCostsAsync(DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            var sent = token;
            var page = await aws.SendAsync(
                AwsService.CostExplorer.Json("GetCostAndUsage", json =>
                {
                    json.WriteStartObject("TimePeriod");
                    json.WriteString("Start", Text(from));
                    json.WriteString("End", Text(to));
                    json.WriteEndObject();
                    json.WriteString("Granularity", "DAILY");
                    json.WriteStrings("Metrics", [Metric]);
                    json.WriteStartArray("GroupBy");
                    json.WriteStartObject();
                    json.WriteString("Type", "DIMENSION");
                    json.WriteString("Key", "SERVICE");
                    json.WriteEndObject();
                    json.WriteEndArray();
                    json.WriteOptional("NextPageToken", sent);
                }),
                reply => Read(reply.Json<CostPage>()),
                cancellation);
            foreach (var cost in page.Costs)
            {
                yield return cost;
            }

            token = page.Next;
        }
        while (!string.IsNullOrEmpty(token));
    }

    private static (IReadOnlyList<DailyCost> Costs, string? Next) Read(CostPage page) =>
    (
        [
            .. (page.ResultsByTime ?? []).SelectMany(day => (day.Groups ?? []).Select(group => new DailyCost(
                DateOnly.ParseExact(day.TimePeriod.Start, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                group.Keys is [var service, ..] ? service : "No service",
                group.Metrics.TryGetValue(Metric, out var cost)
                    ? decimal.Parse(cost.Amount, NumberStyles.Float, CultureInfo.InvariantCulture)
                    : throw new FormatException($"The answer has no {Metric}.")))),
        ],
        page.NextPageToken
    );

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record CostPage(IReadOnlyList<CostOfTime>? ResultsByTime, string? NextPageToken);

    private sealed record CostOfTime(TimePeriod TimePeriod, IReadOnlyList<CostGroup>? Groups);

    private sealed record TimePeriod(string Start, string End);

    private sealed record CostGroup(IReadOnlyList<string> Keys, IReadOnlyDictionary<string, MoneyAmount> Metrics);

    private sealed record MoneyAmount(string Amount, string? Unit);
}
