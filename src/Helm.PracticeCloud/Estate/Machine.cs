namespace Helm.PracticeCloud.Estate;

/// <summary>A machine of EC2.</summary>
internal sealed record Machine(string Id, string Name, string Type, DateTimeOffset Launched);
