using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Tagging;

/// <summary>The Resource Groups Tagging API.</summary>
internal static class TaggingService
{
    public static AwsService Create() => new("tagging", WireProtocol.Json, "1.1", [new("GetResources", TaggedResources.Get)])
    {
        Target = "ResourceGroupsTaggingAPI_20170126",
        Throttle = ("ThrottledException", 400),
    };
}
