using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Rds;

/// <summary>Instances and their reboot.</summary>
internal static class Instances
{
    private static readonly TimeSpan RebootTakes = TimeSpan.FromSeconds(60);

    public static void Describe(AwsCall call, AnswerWriter answer)
    {
        var size = Paging.Size(call.Input, "MaxRecords", 100, 20, 100, "InvalidParameterValue");
        IEnumerable<DatabaseInstance> matching = call.Input.Text("DBInstanceIdentifier") is { Length: > 0 } name
            ? [Find(call, name)]
            : call.Estate.Databases.Values;
        foreach (var filter in call.Input.Items("Filters"))
        {
            var values = filter.Texts("Values");
            matching = filter.Text("Name") switch
            {
                "db-instance-id" => matching.Where(instance => values.Contains(instance.Name) || values.Contains(instance.Arn)),
                "engine" => matching.Where(instance => values.Contains(instance.Engine)),
                var other => throw new AwsErrorException("InvalidParameterValue", $"Unrecognized filter name: {other}"),
            };
        }

        var (page, next) = Paging.Page(matching, call.Input.Text("Marker"), size, "InvalidParameterValue");
        answer.List("DBInstances", "DBInstance", page, instance => InstanceWriter.Write(call, answer, instance));
        answer.Text("Marker", next);
    }

    public static void Reboot(AwsCall call, AnswerWriter answer)
    {
        var instance = Find(call, call.Input.Required("DBInstanceIdentifier"));
        var status = InstanceWriter.Status(call, instance);
        if (status != "available" && call.Estate.Overlay.Text(instance.Name, "status") is null)
        {
            throw new AwsErrorException("InvalidDBInstanceState", $"Database instance is not in available state: it is {status}.");
        }

        instance.RebootedAt = call.Estate.Clock.After(RebootTakes);
        instance.NeedsReboot = false;
        call.Estate.Events.Add(new ServiceEvent("rds", instance.Name, "db-instance", call.Now, "DB instance shutdown", ["availability"]));
        call.Estate.Events.Add(new ServiceEvent("rds", instance.Name, "db-instance", instance.RebootedAt, "DB instance restarted", ["availability"]));
        answer.Begin("DBInstance");
        InstanceWriter.Write(call, answer, instance);
        answer.End();
    }

    private static DatabaseInstance Find(AwsCall call, string nameOrArn) =>
        call.Estate.Databases.Values.FirstOrDefault(instance => instance.Name == nameOrArn || instance.Arn == nameOrArn)
        ?? throw new AwsErrorException("DBInstanceNotFound", $"DBInstance {nameOrArn} not found.", 404);
}
