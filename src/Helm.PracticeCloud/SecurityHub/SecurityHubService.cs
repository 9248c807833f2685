using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.SecurityHub;

/// <summary>Security Hub: what its controls found.</summary>
internal static class SecurityHubService
{
    public static AwsService Create() => new("securityhub", WireProtocol.RestJson, "2018-10-26",
    [
        new("GetFindings", Findings.Get) { Path = "/findings" },
    ])
    {
        Throttle = ("TooManyRequestsException", 429),
    };
}
