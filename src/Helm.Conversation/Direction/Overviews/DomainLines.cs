using Helm.Operations.Monitoring;
using Helm.Operations.Overviews;

namespace Helm.Conversation.Direction.Overviews;

/// <summary>What the dashboard tells of one domain.</summary>
internal static class DomainLines
{
    private const int MostFindings = 5;
    private const int MostAffected = 10;

    private static readonly string[] ResponseTimes = ["p95_response_time", "p95_response_time_ms", "p95_latency", "p95_latency_ms"];
    private static readonly string[] ErrorRates = ["error_rate", "error_rate_percent"];

    public static DomainStatus Of(DomainOverview domain)
    {
        var services = domain.Registration.UnitName == "services";

        return new()
        {
            Domain = domain.Registration.Domain,
            Plugin = domain.Registration.ShortName,
            Status = domain.Health,
            Resources = services ? null : Count(domain.Resources),
            Services = services ? Count(domain.Resources) : null,
            Metrics = new()
            {
                CloudwatchAlarms = domain.Alarms,
                P95ResponseTimeMs = services && Worst(domain, ResponseTimes) is { } slowest ? Rounding.Milliseconds(slowest) : null,
                ErrorRatePercent = services ? Rounding.Of(Worst(domain, ErrorRates)) : null,
            },
            TopIssue = domain.TopIssue,
            CheckedAt = domain.CheckedAt,
            SloBreach = domain.SloBreach,
            Affected = [.. Troubled(domain.Resources).Select(resource => resource.Resource.Name).Take(MostAffected)],
            Findings = [.. Troubled(domain.Resources).SelectMany(Findings).Take(MostFindings)],
            UnknownBecause = UnknownBecause(domain),
        };
    }

    public static IEnumerable<Finding> Findings(ResourceHealth resource) =>
        from observation in resource.Observations
        where observation.Health > Health.Unknown
        orderby observation.Health descending, observation.SloBreach descending
        select new Finding
        {
            Resource = resource.Resource.Name,
            Type = resource.Resource.Type,
            Indicator = observation.Indicator,
            Status = observation.Health,
            Value = Rounding.Beside(observation.Value, observation.Target),
            Target = Rounding.Of(observation.Target),
            SloBreach = observation.SloBreach,
            Note = observation.Note,
        };

    /// <summary>The first reason that a check gave.</summary>
    public static string? Reason(IEnumerable<ResourceHealth> resources) =>
        resources.Where(resource => resource.Health == Health.Unknown)
            .SelectMany(resource => resource.Observations)
            .FirstOrDefault(observation => observation is { Health: Health.Unknown, Note.Length: > 0 })?.Note;

    /// <summary>Why something is unknown of which no check said anything.</summary>
    public static string NotRead(DomainOverview domain) =>
        domain.CheckedAt is null ? "it has not been checked yet" : "the last check could not read it, or is too old";

    private static string? UnknownBecause(DomainOverview domain) => domain switch
    {
        { Resources: [] } => "nothing is registered there",
        _ when domain.Resources.All(resource => resource.Health != Health.Unknown) => null,
        _ when Reason(domain.Resources) is { } note => note,
        _ => NotRead(domain),
    };

    public static UnitCounts Count(IEnumerable<ResourceHealth> resources)
    {
        var states = resources.Select(resource => resource.Health).ToList();
        int Are(Health health) => states.Count(state => state == health);

        return new(states.Count, Are(Health.Healthy), Are(Health.Degraded), Are(Health.Unhealthy)) { Unknown = Are(Health.Unknown) };
    }

    private static IEnumerable<ResourceHealth> Troubled(IEnumerable<ResourceHealth> resources) =>
        resources.Where(resource => resource.Health > Health.Unknown).OrderByDescending(resource => resource.Health);

    private static decimal? Worst(DomainOverview domain, string[] names) =>
        domain.Resources.SelectMany(resource => resource.Metrics)
            .Where(metric => names.Contains(metric.Key))
            .Max(metric => metric.Value);
}
