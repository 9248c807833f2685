using System.Globalization;
using Helm.PracticeCloud.Metrics;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.CloudWatch;

/// <summary>GetMetricStatistics: one series, several statistics, at most 1,440 datapoints.</summary>
internal static class MetricStatistics
{
    private const int MostDatapoints = 1_440;
    private static readonly string[] Plain = ["SampleCount", "Average", "Sum", "Minimum", "Maximum"];

    public static void Get(AwsCall call, AnswerWriter answer)
    {
        var range = TimeRange.Read(call.Input, "InvalidParameterValue");
        var period = TimeRange.Period(call.Input, "InvalidParameterValue");
        var (plain, extended) = Statistics(call.Input);
        if ((range.End - range.Start) / period > MostDatapoints)
        {
            throw new AwsErrorException("InvalidParameterCombination", string.Create(CultureInfo.InvariantCulture,
                $"You have requested up to {(range.End - range.Start) / period} datapoints, which exceeds the limit of {MostDatapoints}. You may reduce the datapoints requested by increasing Period, or decreasing the time range."));
        }

        var name = call.Input.Required("MetricName");
        var series = call.Estate.Metrics.Find(call.Input.Required("Namespace"), name, Dimensions.Read(call.Input));
        answer.Text("Label", name);
        answer.BeginList("Datapoints", "member");
        if (series is not null)
        {
            WritePoints(call, answer, series, range, period, plain, extended);
        }

        answer.EndList();
    }

    private static (IReadOnlyList<string> Plain, IReadOnlyList<string> Extended) Statistics(AwsInput input)
    {
        var (plain, extended) = (input.Texts("Statistics"), input.Texts("ExtendedStatistics"));
        if (plain.Count + extended.Count == 0)
        {
            throw new AwsErrorException("InvalidParameterCombination", "At least one of the parameters Statistics and ExtendedStatistics must be specified.");
        }

        var wrong = plain.FirstOrDefault(name => !Plain.Contains(name)) ?? extended.FirstOrDefault(name => Plain.Contains(name) || Statistic.Find(name) is null);
        return wrong is null
            ? (plain, extended)
            : throw new AwsErrorException("InvalidParameterValue", $"The value {wrong} is not one of {Statistic.Supported}.");
    }

    private static void WritePoints(
        AwsCall call, AnswerWriter answer, Series series, TimeRange range, int period, IReadOnlyList<string> plain, IReadOnlyList<string> extended)
    {
        var now = call.Estate.Clock.Seconds;
        var sampler = new Sampler(call.Estate.Clock.Resolution);
        var samples = new SampleSet();
        for (var time = range.AlignedStart(period, now); time < range.End && time < now; time += period)
        {
            if (sampler.Fill(series, time, Math.Min(time + period, range.End), now, samples))
            {
                answer.BeginItem();
                answer.Time("Timestamp", DateTimeOffset.FromUnixTimeSeconds(time));
                foreach (var name in plain)
                {
                    answer.Real(name, Statistic.Find(name)!(samples));
                }

                WriteExtended(answer, samples, extended);
                answer.Text("Unit", series.Profile.Unit);
                answer.EndItem();
            }
        }
    }

    private static void WriteExtended(AnswerWriter answer, SampleSet samples, IReadOnlyList<string> extended)
    {
        if (extended.Count > 0)
        {
            answer.Map("ExtendedStatistics", extended.Select(name => new KeyValuePair<string, double>(name, Statistic.Find(name)!(samples))));
        }
    }
}
