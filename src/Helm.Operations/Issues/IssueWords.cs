using System.Globalization;
using Helm.Operations.Monitoring;

namespace Helm.Operations.Issues;

/// <summary>The sentences of the record: title, description, symptoms and timeline.</summary>
internal static class IssueWords
{
    private const string AlarmPrefix = "alarm/";

    /// <summary>Of another system's alert: <c>alert/NAME/FINGERPRINT</c>.</summary>
    private const string AlertIndicator = "alert";

    public static IssueSummary Summary(Finding finding, IEnumerable<Observation> others) => new(
        Title(finding),
        Description(finding.Observation),
        [Symptom(finding.Observation), .. others.Select(Symptom)]);

    /// <summary>"API Lambda error rate SLO breach", "CloudFront cache hit rate low", "Orders DB is not running as it should".</summary>
    public static string Title(Finding finding)
    {
        var resource = ResourceTitle.Of(finding.Resource.Resource.Name);
        var observation = finding.Observation;
        return observation switch
        {
            { Indicator: Findings.StatusIndicator, Health: Health.Unhealthy } => $"{resource} not available",
            { Indicator: Findings.StatusIndicator } => $"{resource} degraded",
            _ when AlarmName(observation) is { } alarm => $"{resource} {Label(observation)} {alarm}",
            _ when IndicatorWording.For(observation.Indicator).Title is { } title => $"{resource} {title}",
            { SloBreach: true } => $"{resource} {Label(observation)} SLO breach",
            { Kind: TargetKind.AtLeast } => $"{resource} {Label(observation)} low",
            _ => $"{resource} {Label(observation)} high",
        };
    }

    /// <summary>"Error rate 5.2% exceeds SLO target of 0.1%".</summary>
    public static string Description(Observation observation)
    {
        if (observation is not { Value: { } value, Target: { } target } || IndicatorWording.For(observation.Indicator).Title is not null)
        {
            return observation.Note ?? Symptom(observation);
        }

        var label = Capital(Label(observation));
        var relation = observation.Kind == TargetKind.AtMost ? "exceeds" : "is below";
        var goal = observation.SloBreach ? "SLO target" : "the target";
        return $"{label} {Amount(value, observation.Unit)} {relation} {goal} of {Amount(target, observation.Unit)}";
    }

    public static string Symptom(Observation observation)
    {
        if (observation.Indicator == Findings.StatusIndicator)
        {
            return observation.Note ?? (observation.Health == Health.Unhealthy ? "Not available" : "Degraded");
        }

        var wording = IndicatorWording.For(observation.Indicator);
        var value = observation.Value is { } measured ? Amount(measured, observation.Unit) : "not measured";
        return wording.Symptom.Replace("{value}", value, StringComparison.Ordinal)
            .Replace("{name}", AlarmName(observation) ?? "", StringComparison.Ordinal);
    }

    /// <summary>The timeline's entry for the beginning of the breach.</summary>
    public static string Detected(Observation observation) => observation switch
    {
        { SloBreach: true, Value: { } value } =>
            $"{Capital(Label(observation))} {(observation.Kind == TargetKind.AtMost ? "exceeds" : "falls below")} SLO ({Amount(value, observation.Unit)})",
        _ => Symptom(observation),
    };

    public static string Recovering(Observation observation) => observation.Value is { } value
        ? $"{Capital(Label(observation))} back within its target ({Amount(value, observation.Unit)})"
        : $"{Capital(Label(observation))} back to normal";

    /// <summary>At most four digits after the point, none of them an idle zero: <c>5.2%</c>, <c>5000ms</c>.</summary>
    public static string Amount(decimal value, string unit) =>
        decimal.Round(value, 4).ToString("0.####", CultureInfo.InvariantCulture) + unit;

    private static string Label(Observation observation) =>
        observation.Indicator == Findings.StatusIndicator ? "status" : IndicatorWording.For(observation.Indicator).Label;

    private static string? AlarmName(Observation observation) =>
        observation.Indicator.StartsWith(AlarmPrefix, StringComparison.Ordinal) ? observation.Indicator[AlarmPrefix.Length..]
            : observation.Indicator.Split('/') is [AlertIndicator, var name, _] ? name
            : null;

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
