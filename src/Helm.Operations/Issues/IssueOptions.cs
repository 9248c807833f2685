using Helm.Operations.Settings;

namespace Helm.Operations.Issues;

/// <summary>When issues are opened, resolved and forgotten; section <c>Helm:Issues</c>.</summary>
public sealed class IssueOptions
{
    /// <summary>After how many measured windows in breach an issue is opened.</summary>
    public int OpenAfter { get; set; } = 1;

    /// <summary>After how many healthy measured windows in a row an issue is resolved.</summary>
    public int ResolveAfter { get; set; } = 3;

    /// <summary>A breach within this time after its issue was resolved opens the same issue again.</summary>
    public Duration FlapWindow { get; set; } = Duration.FromMinutes(30);

    /// <summary>How long resolved issues are kept.</summary>
    public Duration Retention { get; set; } = Duration.FromDays(90);

    /// <summary>Types of resources that users meet first: their failed requests affect "all". When empty: lambda, ecs-service, ecs, service, cloudfront, apigateway, apigatewayv2.</summary>
    public IList<string> EntryPoints { get; init; } = [];

    /// <summary>Severities that stand in the place of the calculated ones.</summary>
    public IList<SeverityOverride> SeverityOverrides { get; init; } = [];
}

/// <summary>The severity of one indicator's breaches, whatever the burn rate.</summary>
public sealed class SeverityOverride
{
    /// <summary>The indicator: <c>error_rate</c>.</summary>
    public string Indicator { get; set; } = "";

    /// <summary>Only for resources of this type; empty for all.</summary>
    public string ResourceType { get; set; } = "";

    /// <summary>Only in this environment; empty for all.</summary>
    public string Environment { get; set; } = "";

    /// <summary>critical, high, medium or low.</summary>
    public string Severity { get; set; } = "";
}
