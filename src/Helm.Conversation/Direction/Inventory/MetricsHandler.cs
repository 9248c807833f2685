using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Overviews;
using Helm.Conversation.Intents;
using Helm.Operations.Monitoring;
using Helm.Operations.Overviews;

namespace Helm.Conversation.Direction.Inventory;

/// <summary>Tells the latest measured values, and names what is not measured.</summary>
internal sealed class MetricsHandler(IOverviewReader overviews, KnownNames names) : IHandler
{
    private const int Most = 20;

    public string Intent => IntentNames.MetricsQuery;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        var command = request.Command;
        var place = Place.Of(command, names);
        var overview = await overviews.ReadAsync(place.Environment, command.Text(Slots.Domain), 0, cancellation);
        var (resource, metric) = (command.Text(Slots.Resource), command.Text(Slots.Metric));
        var seen = Seen(overview, resource);
        var values = seen.SelectMany(Values).Where(line => metric is null || MetricNames.AreSame(line.Metric, metric)).ToList();

        return new Answer(Wording(seen, values), new MetricsAnswer
        {
            Timestamp = overview.Timestamp,
            Environment = place.Environment,
            EnvironmentAssumed = place.Assumed,
            Resource = resource,
            Metric = metric,
            Values = [.. values.Where(line => line.Value is not null).Take(Most)],
            NotMeasured = [.. values.Where(line => line.Value is null).Select(line => line.Metric).Distinct()],
            CheckedAt = overview.Domains.Min(domain => domain.CheckedAt),
        })
        { Succeeded = seen.Count > 0 };
    }

    private static List<ResourceHealth> Seen(Overview overview, string? resource) =>
        [.. overview.Domains.SelectMany(domain => domain.Resources)
            .Where(one => resource is null || string.Equals(one.Resource.Name, resource, StringComparison.OrdinalIgnoreCase))];

    private static string Wording(List<ResourceHealth> seen, List<MetricLine> values) => (seen, values) switch
    {
        ([], _) => "metrics_query.no_resource",
        _ when values.All(line => line.Value is null) => "metrics_query.not_measured",
        _ => "metrics_query.values",
    };

    private static IEnumerable<MetricLine> Values(ResourceHealth one) => one.Metrics.Select(metric =>
        new MetricLine(one.Resource.Name, one.Resource.Type, metric.Key, Rounding.Of(metric.Value), Target(one, metric.Key)));

    private static decimal? Target(ResourceHealth one, string metric) =>
        Rounding.Of(one.Observations.FirstOrDefault(observation => observation.Indicator == metric)?.Target);
}

/// <summary>The latest values of what was asked for.</summary>
public sealed record MetricsAnswer
{
    public required DateTimeOffset Timestamp { get; init; }

    public required string Environment { get; init; }

    public required bool EnvironmentAssumed { get; init; }

    public string? Resource { get; init; }

    public string? Metric { get; init; }

    public required IReadOnlyList<MetricLine> Values { get; init; }

    public required IReadOnlyList<string> NotMeasured { get; init; }

    public DateTimeOffset? CheckedAt { get; init; }
}

/// <summary>One measured value; null when it could not be measured.</summary>
public sealed record MetricLine(string Resource, string Type, string Metric, decimal? Value, decimal? Target);
