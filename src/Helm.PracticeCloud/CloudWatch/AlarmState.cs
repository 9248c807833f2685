using System.Globalization;
using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.CloudWatch;

/// <summary>The state of an alarm, computed from its metric as the periods went by.</summary>
internal sealed record AlarmState(string Value, string Reason, DateTimeOffset Since)
{
    private const int MostPeriodsBack = 90;

    public static AlarmState Of(Alarm alarm, PracticeClock clock)
    {
        // Where time is scaled, alarms look more often too; the finest they can is a slot.
        var period = Math.Max(clock.Resolution, (int)(alarm.Definition.Period / clock.Scale));
        var sampler = new Sampler(clock.Resolution);
        var now = clock.SlotStart(clock.Now);
        var (state, value) = At(alarm, sampler, period, now, now);
        var since = now;
        for (var back = 1; back <= MostPeriodsBack; back++)
        {
            if (At(alarm, sampler, period, now - (back * period), now).State != state)
            {
                break;
            }

            since = now - (back * period);
        }

        return new(state, ReasonOf(alarm, state, value), DateTimeOffset.FromUnixTimeSeconds(since));
    }

    private static (string State, double Value) At(Alarm alarm, Sampler sampler, int period, long end, long now)
    {
        var samples = new SampleSet();
        var (missing, last) = (0, 0.0);
        for (var back = 1; back <= alarm.Definition.EvaluationPeriods; back++)
        {
            var start = end - (back * period);
            if (!sampler.Fill(alarm.Series, start, start + period, now, samples))
            {
                missing++;
                continue;
            }

            var value = alarm.Statistic(samples);
            last = back == 1 ? value : last;
            if (!Breaches(alarm, value))
            {
                return ("OK", last == 0 ? value : last);
            }
        }

        return (missing == 0 ? "ALARM" : Missing(alarm, missing), last);
    }

    private static string Missing(Alarm alarm, int missing) => alarm.Definition.TreatMissingData switch
    {
        "breaching" => "ALARM",
        "notBreaching" => "OK",
        _ => missing == alarm.Definition.EvaluationPeriods ? "INSUFFICIENT_DATA" : "ALARM",
    };

    private static bool Breaches(Alarm alarm, double value) => alarm.Definition.Comparison switch
    {
        "GreaterThanThreshold" => value > alarm.Definition.Threshold,
        "GreaterThanOrEqualToThreshold" => value >= alarm.Definition.Threshold,
        "LessThanThreshold" => value < alarm.Definition.Threshold,
        _ => value <= alarm.Definition.Threshold,
    };

    private static string ReasonOf(Alarm alarm, string state, double value) => state == "INSUFFICIENT_DATA"
        ? "Insufficient Data: no datapoints were received"
        : string.Create(CultureInfo.InvariantCulture,
            $"Threshold {(state == "ALARM" ? "Crossed" : "not crossed")}: the latest datapoint [{value:0.####}] of {alarm.Definition.EvaluationPeriods} was {(state == "ALARM" ? "" : "not ")}{alarm.Definition.Comparison} ({alarm.Definition.Threshold:0.####}).");
}
