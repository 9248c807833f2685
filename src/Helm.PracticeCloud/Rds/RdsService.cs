using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Rds;

/// <summary>Relational databases.</summary>
internal static class RdsService
{
    public static AwsService Create() => new("rds", WireProtocol.Query, "2014-10-31",
    [
        new("DescribeDBInstances", Instances.Describe),
        new("RebootDBInstance", Instances.Reboot) { Mutates = true },
        new("DescribeDBParameterGroups", ParameterGroups.Describe),
        new("DescribeDBParameters", ParameterGroups.DescribeParameters),
        new("ModifyDBParameterGroup", ParameterChanges.Modify) { Mutates = true },
        new("DescribeEvents", (call, answer) => EventList.Describe(call, answer, "rds")),
    ])
    {
        XmlNamespace = "http://rds.amazonaws.com/doc/2014-10-31/",
        Throttle = ("Throttling", 400),
    };
}
