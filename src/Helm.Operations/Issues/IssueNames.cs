namespace Helm.Operations.Issues;

/// <summary>The severities of the issue document, worst first.</summary>
public static class Severity
{
    public const string Critical = "critical";
    public const string High = "high";
    public const string Medium = "medium";
    public const string Low = "low";

    public static IReadOnlyList<string> All { get; } = [Critical, High, Medium, Low];
}

/// <summary>The states of an issue's life.</summary>
public static class IssueStatus
{
    public const string Active = "active";
    public const string Remediating = "remediating";
    public const string RemediationFailed = "remediation_failed";
    public const string Escalated = "escalated";
    public const string Resolved = "resolved";

    public static IReadOnlyList<string> All { get; } = [Active, Remediating, RemediationFailed, Escalated, Resolved];
}
