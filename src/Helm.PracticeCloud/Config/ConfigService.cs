using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Config;

/// <summary>AWS Config: rules and how resources keep them.</summary>
internal static class ConfigService
{
    public static AwsService Create() => new("config", WireProtocol.Json, "1.1",
    [
        new("DescribeConfigurationRecorderStatus", Rules.Recorders),
        new("DescribeComplianceByConfigRule", Rules.Compliance),
        new("GetComplianceDetailsByConfigRule", Rules.Details),
    ])
    {
        Target = "StarlingDoveService",
    };
}
