using Helm.Conversation.Dialogs;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Overviews;

namespace Helm.Conversation.Direction.Overviews;

/// <summary>Tells how one resource is: "is postgres up in prod".</summary>
internal sealed class ResourceStatus(IOverviewReader overviews, IDeploymentReader deployments, IIssueReader issues)
{
    public async Task<Answer> TellAsync(string name, string? domain, Place place, CancellationToken cancellation)
    {
        var overview = await overviews.ReadAsync(place.Environment, domain, 0, cancellation);
        var found = (
            from one in overview.Domains
            from resource in one.Resources
            where string.Equals(resource.Resource.Name, name, StringComparison.OrdinalIgnoreCase)
            select (Domain: one, Resource: resource)).ToList();
        if (found.Count == 0)
        {
            return await ElsewhereAsync(name, place, cancellation);
        }

        var (where, worst) = found.MaxBy(one => one.Resource.Health);
        var open = await issues.ListAsync(
            new() { Environment = place.Environment, Resource = worst.Resource.Name, Top = 3 }, cancellation);

        return new Answer(Wording(worst.Health), Tell(worst, where, place, overview.Timestamp) with
        {
            Issues = [.. open.Select(issue => IssueLine.Of(issue, overview.Timestamp))],
        })
        {
            Issues = [.. open.Select(issue => issue.IssueId)],
            FocusIssue = open is [var first, ..] ? first.IssueId : null,
        };
    }

    private static ResourceAnswer Tell(ResourceHealth resource, DomainOverview domain, Place place, DateTimeOffset now) => new()
    {
        Timestamp = now,
        Environment = place.Environment,
        EnvironmentAssumed = place.Assumed,
        Domain = domain.Registration.Domain,
        CheckedAt = domain.CheckedAt,
        Name = resource.Resource.Name,
        Type = resource.Resource.Type,
        Status = resource.Health,
        Findings = [.. DomainLines.Findings(resource)],
        Tasks = TasksOf(resource),
        UnknownBecause = resource.Health == Health.Unknown ? DomainLines.Reason([resource]) ?? DomainLines.NotRead(domain) : null,
    };

    /// <summary>How many of them run: null where that is not counted, or is a finding by itself.</summary>
    private static TaskCounts? TasksOf(ResourceHealth resource) =>
        resource.Observations.FirstOrDefault(one => one.Indicator == "running_tasks") is { Value: { } running, Target: { } wished, Health: <= Health.Unknown }
            ? new((int)running, (int)wished)
            : null;

    private static string Wording(Health health) => health switch
    {
        Health.Healthy => "status_query.resource_healthy",
        Health.Unknown => "status_query.resource_unknown",
        _ => "status_query.resource_troubled",
    };

    private async Task<Answer> ElsewhereAsync(string name, Place place, CancellationToken cancellation)
    {
        var registered = await deployments.ListAsync(cancellation);
        var elsewhere = registered
            .Where(deployment => deployment.Resources.Any(resource => string.Equals(resource.Name, name, StringComparison.OrdinalIgnoreCase)))
            .Select(deployment => deployment.Environment)
            .Where(environment => environment != place.Environment)
            .Distinct().Order(StringComparer.Ordinal).ToList();

        return new Answer("status_query.resource_elsewhere", new
        {
            resource = name,
            environment = place.Environment,
            environment_assumed = place.Assumed,
            elsewhere,
        })
        { Succeeded = false };
    }
}

/// <summary>How one resource is.</summary>
public sealed record ResourceAnswer
{
    public required DateTimeOffset Timestamp { get; init; }

    public required string Environment { get; init; }

    public required bool EnvironmentAssumed { get; init; }

    public required string Domain { get; init; }

    public DateTimeOffset? CheckedAt { get; init; }

    public required string Name { get; init; }

    public required string Type { get; init; }

    public required Health Status { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public TaskCounts? Tasks { get; init; }

    public string? UnknownBecause { get; init; }

    public IReadOnlyList<IssueLine> Issues { get; init; } = [];
}

/// <summary>How many tasks of a service run, and how many shall.</summary>
public sealed record TaskCounts(int Running, int Wished);
