using Helm.PracticeCloud.LogLines;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Logs;

/// <summary>Which log groups there are.</summary>
internal static class LogGroups
{
    public static void Describe(AwsCall call, AnswerWriter answer)
    {
        var size = Paging.Size(call.Input, "limit", 50, 1, 50, "InvalidParameterException");
        var prefix = call.Input.Text("logGroupNamePrefix") ?? "";
        var part = call.Input.Text("logGroupNamePattern") ?? "";
        LogGroup[] all;
        lock (call.Estate.Gate)
        {
            all = [.. call.Estate.LogGroups.Values];
        }

        var matching = all.Where(group => group.Name.StartsWith(prefix, StringComparison.Ordinal) && group.Name.Contains(part, StringComparison.OrdinalIgnoreCase));
        var (page, next) = Paging.Page(matching, call.Input.Text("nextToken"), size, "InvalidParameterException");
        answer.List("logGroups", "member", page, group =>
        {
            answer.Text("logGroupName", group.Name);
            answer.Number("creationTime", group.CreatedMilliseconds);
            answer.Number("retentionInDays", group.RetentionDays);
            answer.Number("metricFilterCount", 0);
            answer.Text("arn", call.Estate.Arn("logs", $"log-group:{group.Name}:*"));
            answer.Text("logGroupArn", call.Estate.Arn("logs", $"log-group:{group.Name}"));
            answer.Text("logGroupClass", "STANDARD");
        });
        answer.Text("nextToken", next);
    }

    /// <summary>By name or ARN.</summary>
    public static LogGroup Find(AwsCall call, string nameOrArn)
    {
        var at = nameOrArn.IndexOf(":log-group:", StringComparison.Ordinal);
        var name = at < 0 ? nameOrArn : nameOrArn[(at + 11)..].Replace(":*", "", StringComparison.Ordinal);
        lock (call.Estate.Gate)
        {
            return call.Estate.LogGroups.GetValueOrDefault(name)
                ?? throw new AwsErrorException("ResourceNotFoundException", "The specified log group does not exist.");
        }
    }
}
