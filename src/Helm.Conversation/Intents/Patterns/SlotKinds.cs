namespace Helm.Conversation.Intents.Patterns;

/// <summary>The kinds of values; each has a symbol below zero.</summary>
internal static class SlotKinds
{
    public const string Environment = "environment";
    public const string Domain = "domain";
    public const string Severity = "severity";
    public const string Resource = "resource";
    public const string Metric = "metric";
    public const string AuditType = "audit_type";
    public const string Format = "format";
    public const string LogLevel = "log_level";
    public const string Target = "target";
    public const string Action = "action";
    public const string Mode = "mode";
    public const string IssueId = "issue_id";
    public const string Ordinal = "ordinal";
    public const string Number = "number";
    public const string Duration = "duration";
    public const string TimeRange = "time_range";

    /// <summary>A name that nobody knows; asked back.</summary>
    public const string Unknown = "unknown";

    /// <summary>Like <see cref="Unknown"/>, and it must look like a technical name: hyphen, digit, or a head such as "service" behind it.</summary>
    public const string Technical = "technical";

    /// <summary>Any words.</summary>
    public const string Text = "text";

    /// <summary>What may follow a resource's name: service, cluster.</summary>
    public const string Head = "head";

    private static readonly string[] All =
    [
        Environment, Domain, Severity, Resource, Metric, AuditType, Format, LogLevel, Target, Action, Mode,
        IssueId, Ordinal, Number, Duration, TimeRange, Unknown, Technical, Text, Head,
    ];

    /// <summary>0 when there is no such kind.</summary>
    public static int Symbol(string kind) => -1 - Array.IndexOf(All, kind) is var symbol && symbol < 0 ? symbol : 0;

    public static string Name(int symbol) => All[-1 - symbol];
}
