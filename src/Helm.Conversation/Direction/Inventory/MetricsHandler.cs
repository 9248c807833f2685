using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Issues;
using Helm.Conversation.Direction.Overviews;
using Helm.Conversation.Intents;
using Helm.Operations.Monitoring;
using Helm.Operations.Overviews;

namespace Helm.Conversation.Direction.Inventory;

/// <summary>Tells the latest measured values, and names what is not measured.</summary>
internal sealed class MetricsHandler(IOverviewReader overviews, MetricTrends trends, KnownNames names, TimeProvider time) : IHandler
{
    private const int Most = 20;

    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    public string Intent => IntentNames.MetricsQuery;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        var (command, now) = (request.Command, time.GetUtcNow());
        var span = new Span(now - Usual, now);
        if (Span.IsSaid(command) && !Span.TryRead(request, now, out span))
        {
            return Span.Unclear(command);
        }

        return await TellAsync(command, span, cancellation);
    }

    private async Task<Answer> TellAsync(Command command, Span span, CancellationToken cancellation)
    {
        var place = Place.Of(command, names);
        var overview = await overviews.ReadAsync(place.Environment, command.Text(Slots.Domain), 0, cancellation);
        var metric = command.Text(Slots.Metric);
        var seen = Seen(overview, command.Text(Slots.Resource));
        var values = seen.SelectMany(Values).Where(line => metric is null || MetricNames.AreSame(line.Metric, metric)).ToList();
        var measured = await trends.WithAsync([.. values.Where(line => line.Value is not null).Take(Most)], place.Environment, span, cancellation);
        return Told(MetricsAnswer.Of(overview, place, command) with
        {
            Values = measured,
            NotMeasured = [.. values.Where(line => line.Value is null).Select(line => line.Metric).Distinct()],
        }, seen.Count > 0);
    }

    private static Answer Told(MetricsAnswer answer, bool isKnown) =>
        new(!isKnown ? "metrics_query.no_resource" : answer.Values.Count == 0 ? "metrics_query.not_measured" : "metrics_query.values", answer)
        {
            Succeeded = isKnown,
            Chart = answer.Values is [{ Trend: not null } only] ? new($"{only.Metric} of {only.Resource}", only.History, only.Target) : null,
        };

    private static List<ResourceHealth> Seen(Overview overview, string? resource) =>
        [.. overview.Domains.SelectMany(domain => domain.Resources)
            .Where(one => resource is null || string.Equals(one.Resource.Name, resource, StringComparison.OrdinalIgnoreCase))];

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

    public IReadOnlyList<MetricLine> Values { get; init; } = [];

    public IReadOnlyList<string> NotMeasured { get; init; } = [];

    public DateTimeOffset? CheckedAt { get; init; }

    internal static MetricsAnswer Of(Overview overview, Place place, Command command) => new()
    {
        Timestamp = overview.Timestamp,
        Environment = place.Environment,
        EnvironmentAssumed = place.Assumed,
        Resource = command.Text(Slots.Resource),
        Metric = command.Text(Slots.Metric),
        CheckedAt = overview.Domains.Min(domain => domain.CheckedAt),
    };
}

/// <summary>One measured value; null when it could not be measured.</summary>
public sealed record MetricLine(string Resource, string Type, string Metric, decimal? Value, decimal? Target)
{
    /// <summary>Where it goes; null when too little is known of it.</summary>
    public TrendFacts? Trend { get; init; }

    /// <summary>How it went, evenly spaced, the oldest first; empty without a trend.</summary>
    public IReadOnlyList<decimal> History { get; init; } = [];
}

/// <summary>Where a value goes.</summary>
/// <param name="Direction">rising, falling or steady.</param>
/// <param name="ChangePercent">From the first quarter of the time to the last.</param>
/// <param name="Minutes">The time.</param>
public sealed record TrendFacts(string Direction, decimal? ChangePercent, int Minutes);
