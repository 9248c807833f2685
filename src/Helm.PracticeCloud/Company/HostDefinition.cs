using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Company;

/// <summary>A machine of EC2 with the CloudWatch agent on it.</summary>
internal sealed record HostDefinition
{
    /// <summary>What the company calls it; EC2 knows it as the tag Name.</summary>
    public required string Name { get; init; }

    /// <summary>As <c>i-0123456789abcdef0</c>.</summary>
    public required string Id { get; init; }

    public string Type { get; init; } = "t3.large";

    public TimeSpan Age { get; init; } = TimeSpan.FromDays(40);

    public IReadOnlyDictionary<string, MetricSettings>? Metrics { get; init; }
}
