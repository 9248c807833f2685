namespace Helm.Conversation.Direction;

/// <summary>The keys of a command's entities.</summary>
public static class Slots
{
    public const string Environment = "environment";
    public const string Domain = "domain";
    public const string Severity = "severity";
    public const string Resource = "resource";
    public const string IssueId = "issue_id";
    public const string Ordinal = "ordinal";
    public const string Reference = "reference";
    public const string Metric = "metric";
    public const string Top = "top";
    public const string Count = "count";
    public const string Format = "format";
    public const string Action = "action";
    public const string TimeRange = "time_range";
    public const string Duration = "duration";
    public const string AuditType = "audit_type";
}
