namespace Helm.Operations.Investigation.Evidence;

/// <summary>Everything that was asked for an investigation and what was answered: the report follows from this and nothing else.</summary>
public sealed record EvidenceBundle
{
    public required Subject Subject { get; init; }

    /// <summary>When the questions were asked; the report's time.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    public IReadOnlyList<QueryRecord> Queries { get; init; } = [];

    public IEnumerable<T> All<T>(Func<QueryResult, IReadOnlyList<T>> part) => Queries.SelectMany(query => part(query.Result));
}

/// <summary>What is to be explained.</summary>
public sealed record Subject
{
    /// <summary>Null for a case that is no issue of this installation.</summary>
    public string? IssueId { get; init; }

    public string Environment { get; init; } = "";

    /// <summary>The resource that the alert is about; empty when it names none.</summary>
    public string Component { get; init; } = "";

    /// <summary>The alert in words.</summary>
    public string Symptom { get; init; } = "";

    /// <summary>The indicator in breach: <c>error_rate</c>; empty when it is not told.</summary>
    public string Indicator { get; init; } = "";

    /// <summary>Since when, as far as the alert knows.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>One question and its answer, with the hash of the answer.</summary>
/// <param name="Id"><c>q1</c>; evidence refers to it.</param>
/// <param name="Asked">As it was sent: <c>FilterLogEvents /aws/lambda/api-lambda, 10:07 to 10:45</c>.</param>
/// <param name="Sha256">Of the result, as <see cref="BundleJson"/> writes it.</param>
/// <param name="Problem">Why it could not be answered, or not in full; null when it was.</param>
public sealed record QueryRecord(string Id, string Asked, QueryResult Result, string Sha256, string? Problem = null);

/// <summary>What one question told.</summary>
public sealed record QueryResult
{
    public IReadOnlyList<Trace> Traces { get; init; } = [];

    public IReadOnlyList<LogRecord> Logs { get; init; } = [];

    public IReadOnlyList<ChangeRecord> Changes { get; init; } = [];

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    public IReadOnlyList<Component> Components { get; init; } = [];

    public IReadOnlyList<Dependency> Dependencies { get; init; } = [];
}

/// <summary>One metric of one component over time.</summary>
/// <param name="Unit"><c>%</c>, <c>ms</c>, or empty.</param>
public sealed record Trace(string Component, string Metric, string Unit, IReadOnlyList<MetricPoint> Points);

/// <summary>One measured value; the time is in seconds since 1970.</summary>
public readonly record struct MetricPoint(long Time, double Value);

/// <summary>One line of a log, redacted.</summary>
/// <param name="Level">In capitals, or empty when the line has none.</param>
public sealed record LogRecord(string Component, DateTimeOffset Time, string Level, string Message);

/// <summary>Something that somebody or something changed.</summary>
/// <param name="Kind">deployment, configuration, restart… as told.</param>
public sealed record ChangeRecord(string Component, DateTimeOffset Time, string Kind, string Text);

/// <summary>Something that is so: <c>max_connections</c> of orders-db is 100.</summary>
public sealed record Fact(string Component, string Name, double? Value, string Text = "");

/// <summary>Something that can fail.</summary>
/// <param name="Type">lambda, rds, service…; empty when it is not told.</param>
public sealed record Component(string Name, string Type);

/// <summary>One component needs another.</summary>
public sealed record Dependency(string From, string To);
