using Helm.Operations.Changes;
using Helm.Operations.Expressions;
using Helm.Operations.Issues;

namespace Helm.Operations.Alerts;

/// <summary>All that the stages look at when an issue has changed; they read it and do nothing.</summary>
internal sealed record AlertCase
{
    public required ChangedIssue Change { get; init; }

    public required Issue Issue { get; init; }

    public required IssueFacts Facts { get; init; }

    /// <summary>Of the issue's group; new when there was none.</summary>
    public required Alert Alert { get; init; }

    /// <summary>The destinations that a rule, a burning budget or the deployment itself names.</summary>
    public required IReadOnlyList<string> Destinations { get; init; }

    /// <summary>The issues by which the other open alerts are called.</summary>
    public required IReadOnlyList<Issue> Others { get; init; }

    public required IReadOnlyList<Silence> Silences { get; init; }

    public required AlertingOptions Options { get; init; }

    public required DateTimeOffset Now { get; init; }

    public bool IsWorse => Severity.All.ToList().IndexOf(Issue.Severity) < Severity.All.ToList().IndexOf(Alert.Severity);
}
