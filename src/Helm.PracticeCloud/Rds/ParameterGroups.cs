using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Rds;

/// <summary>Parameter groups and the parameters in them.</summary>
internal static class ParameterGroups
{
    public static void Describe(AwsCall call, AnswerWriter answer)
    {
        var size = Paging.Size(call.Input, "MaxRecords", 100, 20, 100, "InvalidParameterValue");
        IEnumerable<ParameterGroup> matching = call.Input.Text("DBParameterGroupName") is { Length: > 0 }
            ? [Find(call)]
            : call.Estate.ParameterGroups.Values;
        var (page, next) = Paging.Page(matching, call.Input.Text("Marker"), size, "InvalidParameterValue");
        answer.List("DBParameterGroups", "DBParameterGroup", page, group =>
        {
            answer.Text("DBParameterGroupName", group.Name);
            answer.Text("DBParameterGroupFamily", group.Family);
            answer.Text("Description", group.Description);
            answer.Text("DBParameterGroupArn", group.Arn);
        });
        answer.Text("Marker", next);
    }

    public static void DescribeParameters(AwsCall call, AnswerWriter answer)
    {
        var group = Find(call);
        var size = Paging.Size(call.Input, "MaxRecords", 100, 20, 100, "InvalidParameterValue");
        var source = call.Input.Text("Source");
        var matching = EngineParameter.Of(group.Family).Where(parameter => source is null || source == Source(group, parameter));
        var (page, next) = Paging.Page(matching, call.Input.Text("Marker"), size, "InvalidParameterValue");
        answer.List("Parameters", "Parameter", page, parameter => Write(answer, group, parameter));
        answer.Text("Marker", next);
    }

    public static ParameterGroup Find(AwsCall call)
    {
        var name = call.Input.Text("DBParameterGroupName") ?? throw new AwsErrorException("MissingParameter", "The request must contain the parameter DBParameterGroupName.");
        return call.Estate.ParameterGroups.GetValueOrDefault(name)
            ?? throw new AwsErrorException("DBParameterGroupNotFound", $"DBParameterGroup not found: {name}", 404);
    }

    private static string Source(ParameterGroup group, EngineParameter parameter) =>
        group.Values.ContainsKey(parameter.Name) ? "user" : parameter.Default is null ? "engine-default" : "system";

    private static void Write(AnswerWriter answer, ParameterGroup group, EngineParameter parameter)
    {
        var set = group.Values.GetValueOrDefault(parameter.Name);
        answer.Text("ParameterName", parameter.Name);
        answer.Text("ParameterValue", set?.Value ?? parameter.Default);
        answer.Text("Source", Source(group, parameter));
        answer.Text("ApplyType", parameter.Dynamic ? "dynamic" : "static");
        answer.Text("DataType", parameter.DataType);
        answer.Text("AllowedValues", parameter.Allowed);
        answer.Flag("IsModifiable", parameter.Modifiable);
        answer.Text("ApplyMethod", set?.ApplyMethod ?? "pending-reboot");
    }
}
