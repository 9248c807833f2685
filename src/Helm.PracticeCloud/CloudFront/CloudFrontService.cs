using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.CloudFront;

/// <summary>The content delivery network.</summary>
internal static class CloudFrontService
{
    private const string DistributionPath = "/2020-05-31/distribution";
    private const string InvalidationPath = DistributionPath + "/{DistributionId}/invalidation";

    public static AwsService Create() => new("cloudfront", WireProtocol.RestXml, "2020-05-31",
    [
        new("ListDistributions", Distributions.List) { Method = "GET", Path = DistributionPath, Root = "DistributionList" },
        new("GetDistribution", Distributions.Get) { Method = "GET", Path = DistributionPath + "/{DistributionId}", Root = "Distribution" },
        new("ListInvalidations", Invalidations.List) { Method = "GET", Path = InvalidationPath, Root = "InvalidationList" },
        new("CreateInvalidation", Invalidations.Create) { Path = InvalidationPath, Root = "Invalidation", Mutates = true },
        new("GetInvalidation", Invalidations.Get) { Method = "GET", Path = InvalidationPath + "/{Id}", Root = "Invalidation" },
    ])
    {
        XmlNamespace = "http://cloudfront.amazonaws.com/doc/2020-05-31/",
        Global = true,
        Throttle = ("Throttling", 400),
    };
}
