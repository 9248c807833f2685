using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.CloudWatch;
using Helm.Operations.Monitoring;

namespace Helm.Domains.Cloud.Checks;

/// <summary>Turns what was read of a resource into observations. What could not be read is unknown, never healthy.</summary>
internal sealed class Judge(Expectations expectations, MetricWindow window)
{
    public ResourceHealth Of(Subject subject)
    {
        if (subject.Obstacle is { } obstacle || subject.Kind is null)
        {
            return Result(subject, [Status(StatusReading.Unknown(subject.Obstacle ?? Unfamiliar(subject)))], []);
        }

        var observations = new List<Observation>();
        var metrics = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        if (subject.Wants(CheckKind.ResourceStatus) && subject.Kind.Status is not null)
        {
            observations.Add(Status(subject.Status ?? StatusReading.Unknown("The state was not read.")));
        }

        AddIndicators(subject, subject.Kind, observations, metrics);
        AddAlarms(subject, subject.Kind, observations);
        if (observations.Count == 0)
        {
            observations.Add(Status(StatusReading.Unknown(
                "Nothing was checked: enabled_checks of the deployment names no check that this type has.")));
        }

        return Result(subject, observations, metrics);
    }

    private static string Unfamiliar(Subject subject) =>
        $"Helm does not know how to watch the type '{subject.Resource.Type}': it knows {string.Join(", ", CloudKinds.All.Select(kind => kind.Names[0]))} and service.";

    private static ResourceHealth Result(
        Subject subject, IReadOnlyList<Observation> observations, Dictionary<string, decimal?> metrics) => new()
        {
            Resource = subject.Resource,
            Health = observations.Max(observation => observation.Health),
            Metrics = metrics,
            Observations = observations,
        };

    private Observation Status(StatusReading status) => new()
    {
        Indicator = "status",
        Health = status.Health,
        Note = status.Text,
        WindowStart = window.End,
        WindowEnd = window.End,
    };

    private void AddIndicators(
        Subject subject, ResourceKind kind, List<Observation> observations, Dictionary<string, decimal?> metrics)
    {
        var readings = SeriesReader.Read(subject, kind);
        foreach (var (name, reading) in readings.All)
        {
            metrics[name] = reading.Value;
        }

        foreach (var rule in kind.Indicators.Where(rule => IsMeasured(subject, kind, rule)))
        {
            var target = rule.Target?.Invoke(expectations, readings);
            metrics[rule.Name] = rule.Formula.Compute(readings);
            if (rule.Slo)
            {
                metrics[$"slo_{rule.Name}"] = target;
            }

            if (rule.Target is not null)
            {
                observations.Add(Observe(rule, readings, target));
            }
        }
    }

    // With metrics switched off, what the state alone tells is still judged: running tasks.
    private static bool IsMeasured(Subject subject, ResourceKind kind, IndicatorRule rule) =>
        subject.Series.Count > 0
            ? rule.Formula.Inputs.All(input => kind.Metrics.Any(metric => metric.Name == input) || Brings(subject, input))
            : rule.Formula.Inputs.All(input => Brings(subject, input));

    private static bool Brings(Subject subject, string fact) => subject.Status?.Facts.Any(one => one.Key == fact) == true;

    private Observation Observe(IndicatorRule rule, Readings readings, decimal? target)
    {
        var problem = rule.Formula.Inputs.Select(input => readings[input].Problem).FirstOrDefault(found => found is not null);
        var value = problem is null ? rule.Formula.Compute(readings) : null;
        var missed = value is { } measured && target is { } limit && Misses(rule.Kind, measured, limit);
        return new Observation
        {
            Indicator = rule.Name,
            Health = HealthOf(rule, problem, missed ? value : null),
            Value = value,
            Target = target,
            Kind = rule.Kind,
            Unit = rule.Unit,
            SloBreach = missed && rule.Slo,
            BurnRate = rule.Budget && target > 0 ? value / target : null,
            RequestsAffected = Count(rule.Affected, readings, problem),
            RequestsTotal = Count(rule.Total, readings, problem),
            WindowStart = window.Start,
            WindowEnd = window.End,
            Note = problem ?? (value is null ? "There was nothing to measure in this time." : null),
        };
    }

    private static Health HealthOf(IndicatorRule rule, string? problem, decimal? missed) =>
        problem is not null ? Health.Unknown
        : missed is { } value ? Missed(rule, value)
        : Health.Healthy;

    private static bool Misses(TargetKind kind, decimal value, decimal target) =>
        kind == TargetKind.AtMost ? value > target : value < target;

    private static Health Missed(IndicatorRule rule, decimal value) =>
        rule.UnhealthyAt is { } worst && (value == worst || Misses(rule.Kind, value, worst))
            ? Health.Unhealthy
            : Health.Degraded;

    private static long? Count(string? name, Readings readings, string? problem) =>
        name is not null && problem is null && readings.Value(name) is { } count ? (long)decimal.Round(count) : null;

    private void AddAlarms(Subject subject, ResourceKind kind, List<Observation> observations)
    {
        if (subject.AlarmObstacle is { } obstacle)
        {
            observations.Add(Alarm("alarms", Health.Unknown, $"The alarms could not be read. {obstacle}"));
        }

        foreach (var alarm in subject.Alarms.Where(alarm => alarm.State == MetricAlarm.Firing))
        {
            if (!alarm.Metrics.Any(metric => kind.Covers(metric.Metric)) || subject.Series.Count == 0)
            {
                observations.Add(Alarm($"alarm/{alarm.Name}", Health.Degraded, alarm.Reason));
            }
        }
    }

    private Observation Alarm(string indicator, Health health, string note) => new()
    {
        Indicator = indicator,
        Health = health,
        Note = note,
        WindowStart = window.End,
        WindowEnd = window.End,
    };
}
