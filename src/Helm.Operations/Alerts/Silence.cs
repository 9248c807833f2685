using Helm.Operations.Issues;

namespace Helm.Operations.Alerts;

/// <summary>A time in which something is not told: a silence, a snooze of one issue, or a maintenance window.</summary>
public sealed record Silence
{
    /// <summary><c>silence-3</c>; empty until it is kept.</summary>
    public string Id { get; init; } = "";

    public bool Maintenance { get; init; }

    public string? Environment { get; init; }

    public string? Domain { get; init; }

    public string? Resource { get; init; }

    public string? Severity { get; init; }

    public string? IssueId { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    public required string By { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool IsActive(DateTimeOffset now) => EndedAt is null && From <= now && now < Until;

    public bool Covers(Issue issue) =>
        Fits(Environment, issue.Environment) && Fits(Domain, issue.Domain) && IsResource(issue.Resource)
        && Fits(Severity, issue.Severity) && Fits(IssueId, issue.IssueId);

    /// <summary>Whether a request to end silences, with what it names, means this one.</summary>
    public bool IsMeantBy(Silence named) =>
        Fits(named.Environment, Environment) && Fits(named.Domain, Domain) && Fits(named.Resource, Resource)
        && Fits(named.Severity, Severity) && Fits(named.IssueId, IssueId);

    /// <summary>By its name, by its kind ("the lambda"), or by a word of its name ("redis" for session-redis).</summary>
    private bool IsResource(IssueResource found) =>
        Fits(Resource, found.Name) || Fits(Resource, found.Type)
        || found.Name.Split('-', '_', '.').Contains(Resource, StringComparer.OrdinalIgnoreCase);

    private static bool Fits(string? wanted, string? found) => wanted is null || wanted.Equals(found, StringComparison.OrdinalIgnoreCase);
}
