using Helm.Operations.Monitoring;

namespace Helm.Operations.Issues;

/// <summary>One indicator of one resource in one report, and who is answerable for it.</summary>
public sealed record Finding(
    HealthReport Report, ResourceHealth Resource, Observation Observation, DomainRegistration Registration)
{
    public string Fingerprint { get; } = Issues.Fingerprint.Of(
        Report.Environment, Report.Domain, Resource.Resource, Observation.Indicator);

    public bool InBreach => Observation.Health is Health.Degraded or Health.Unhealthy;
}

/// <summary>What makes two findings the same issue: environment, domain, resource and indicator.</summary>
public static class Fingerprint
{
    /// <summary>Readable and unambiguous: <c>prod/infrastructure/lambda:api-lambda/error_rate</c>, each part escaped.</summary>
    public static string Of(string environment, string domain, DeployedResource resource, string indicator) =>
        $"{ResourceKey(environment, domain, resource)}/{Escape(indicator)}";

    /// <summary>What all indicators of one resource have in common.</summary>
    public static string ResourceKey(string environment, string domain, DeployedResource resource) =>
        $"{Escape(environment)}/{Escape(domain)}/{Escape(resource.Type)}:{Escape(resource.Name)}";

    /// <summary>The indicator within a fingerprint.</summary>
    public static string IndicatorOf(string fingerprint) =>
        Uri.UnescapeDataString(fingerprint[(fingerprint.LastIndexOf('/') + 1)..]);

    private static string Escape(string part) => Uri.EscapeDataString(part);
}
