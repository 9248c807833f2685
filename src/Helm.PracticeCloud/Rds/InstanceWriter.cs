using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Rds;

/// <summary>Writes an instance as RDS does.</summary>
internal static class InstanceWriter
{
    public static string Status(AwsCall call, DatabaseInstance instance) =>
        call.Now < instance.RebootedAt ? "rebooting" : call.Estate.Overlay.Text(instance.Name, "status") ?? "available";

    public static void Write(AwsCall call, AnswerWriter answer, DatabaseInstance instance)
    {
        var postgres = instance.Engine.Contains("postgres", StringComparison.Ordinal);
        answer.Text("DBInstanceIdentifier", instance.Name);
        answer.Text("DBInstanceClass", instance.Class);
        answer.Text("Engine", instance.Engine);
        answer.Text("DBInstanceStatus", Status(call, instance));
        answer.Text("MasterUsername", "admin");
        answer.Begin("Endpoint");
        answer.Text("Address", $"{instance.Name}.practice.{call.Estate.Region}.rds.example.com");
        answer.Number("Port", postgres ? 5432 : 3306);
        answer.End();
        answer.Number("AllocatedStorage", instance.StorageGb);
        answer.Time("InstanceCreateTime", instance.Created);
        answer.Number("BackupRetentionPeriod", 7);
        answer.List("DBParameterGroups", "DBParameterGroup", [instance.ParameterGroup], name =>
        {
            answer.Text("DBParameterGroupName", name);
            answer.Text("ParameterApplyStatus", ApplyStatus(call, instance));
        });
        answer.Text("AvailabilityZone", call.Estate.Region + "a");
        answer.Flag("MultiAZ", instance.MultiAz);
        answer.Text("EngineVersion", instance.EngineVersion);
        answer.Flag("PubliclyAccessible", false);
        answer.Text("StorageType", "gp3");
        answer.Text("DbiResourceId", $"db-{Hash.Of(instance.Arn):X16}");
        answer.Flag("StorageEncrypted", true);
        answer.Flag("DeletionProtection", call.Estate.Environment == "prod");
        answer.Text("DBInstanceArn", instance.Arn);
    }

    private static string ApplyStatus(AwsCall call, DatabaseInstance instance) =>
        call.Now < instance.RebootedAt || call.Now < instance.AppliedAt ? "applying" : instance.NeedsReboot ? "pending-reboot" : "in-sync";
}
