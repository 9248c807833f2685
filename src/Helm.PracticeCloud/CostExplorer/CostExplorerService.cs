using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.CostExplorer;

/// <summary>Cost Explorer: one endpoint for the world.</summary>
internal static class CostExplorerService
{
    public static AwsService Create() => new("ce", WireProtocol.Json, "1.1", [new("GetCostAndUsage", CostAndUsage.Get)])
    {
        Target = "AWSInsightsIndexService",
        Global = true,
        Throttle = ("LimitExceededException", 400),
    };
}
