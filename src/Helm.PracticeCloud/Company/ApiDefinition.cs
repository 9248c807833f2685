using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Company;

/// <summary>An API of API Gateway.</summary>
internal sealed record ApiDefinition
{
    public required string Name { get; init; }

    /// <summary>As <c>a1b2c3d4e5</c>.</summary>
    public required string Id { get; init; }

    public ApiSort Sort { get; init; } = ApiSort.Rest;

    public string? Description { get; init; }

    public TimeSpan Age { get; init; } = TimeSpan.FromDays(200);

    public IReadOnlyDictionary<string, MetricSettings>? Metrics { get; init; }
}

/// <summary>The two sorts have operations and metrics of their own.</summary>
internal enum ApiSort
{
    Rest,
    Http,
}
