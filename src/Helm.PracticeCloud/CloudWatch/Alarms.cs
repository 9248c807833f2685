using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Metrics;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.CloudWatch;

/// <summary>DescribeAlarms: up to 100 a page.</summary>
internal static class Alarms
{
    public static void Describe(AwsCall call, AnswerWriter answer)
    {
        var size = Paging.Size(call.Input, "MaxRecords", 50, 1, 100, "ValidationError");
        var state = call.Input.Text("StateValue");
        if (state is not (null or "OK" or "ALARM" or "INSUFFICIENT_DATA"))
        {
            throw new AwsErrorException("ValidationError", $"1 validation error detected: Value '{state}' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]");
        }

        var matching = Matching(call).Select(alarm => (Alarm: alarm, State: AlarmState.Of(alarm, call.Estate.Clock)))
            .Where(pair => state is null || pair.State.Value == state);
        var (page, next) = Paging.Page(matching, call.Input.Text("NextToken"), size, "InvalidNextToken");
        answer.List("MetricAlarms", "member", page, pair => Write(answer, pair.Alarm, pair.State));
        answer.BeginList("CompositeAlarms", "member");
        answer.EndList();
        answer.Text("NextToken", next);
    }

    private static IEnumerable<Alarm> Matching(AwsCall call)
    {
        var prefix = call.Input.Text("AlarmNamePrefix") ?? "";
        var names = call.Input.Texts("AlarmNames");
        Alarm[] all;
        lock (call.Estate.Gate)
        {
            all = [.. call.Estate.Alarms.Values];
        }

        return all.Where(alarm => alarm.Definition.Name.StartsWith(prefix, StringComparison.Ordinal)
            && (names.Count == 0 || names.Contains(alarm.Definition.Name)));
    }

    private static void Write(AnswerWriter answer, Alarm alarm, AlarmState state)
    {
        var definition = alarm.Definition;
        answer.Text("AlarmName", definition.Name);
        answer.Text("AlarmArn", alarm.Arn);
        answer.Text("AlarmDescription", definition.Description);
        answer.Flag("ActionsEnabled", true);
        answer.Texts("OKActions", "member", []);
        answer.Texts("AlarmActions", "member", []);
        answer.Texts("InsufficientDataActions", "member", []);
        answer.Text("StateValue", state.Value);
        answer.Text("StateReason", state.Reason);
        answer.Time("StateUpdatedTimestamp", state.Since);
        answer.Time("StateTransitionedTimestamp", state.Since);
        WriteMetric(answer, definition, alarm.Series);
        answer.Number("Period", definition.Period);
        answer.Number("EvaluationPeriods", definition.EvaluationPeriods);
        answer.Real("Threshold", definition.Threshold);
        answer.Text("ComparisonOperator", definition.Comparison);
        answer.Text("TreatMissingData", definition.TreatMissingData);
    }

    private static void WriteMetric(AnswerWriter answer, AlarmDefinition definition, Series series)
    {
        answer.Text("MetricName", series.Metric);
        answer.Text("Namespace", series.Namespace);
        answer.Text(char.IsUpper(definition.Statistic[0]) ? "Statistic" : "ExtendedStatistic", definition.Statistic);
        Dimensions.Write(answer, series.Dimensions);
    }
}
