namespace Helm.PracticeCloud.Estate;

/// <summary>An entry in the event list of RDS or ElastiCache.</summary>
internal sealed record ServiceEvent(
    string Service, string Source, string SourceType, DateTimeOffset Time, string Message, IReadOnlyList<string> Categories);
