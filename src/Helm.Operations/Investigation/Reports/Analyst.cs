using Helm.Operations.Investigation.Causes;
using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.Signals;

namespace Helm.Operations.Investigation.Reports;

/// <summary>Makes a report of a bundle. The same bundle makes the same report, byte by byte: no clock, no chance, no network.</summary>
public sealed class Analyst(SignalTable signals, CauseTable causes)
{
    /// <summary>Below this an explanation is a guess, and guesses are not told as causes.</summary>
    private const double LeastConfidence = 0.45;

    private static readonly string[] Severe = ["log:out_of_memory", "log:disk_full", "log:certificate", "log:crash", "log:connections_exhausted"];

    public static Analyst Load() => new(SignalTable.Load(), CauseTable.Load());

    public IncidentReport Report(EvidenceBundle bundle)
    {
        var found = Calmed(bundle, new SignalFinder(signals).Find(bundle));
        var map = new SignalMap(bundle, found, signals);
        var trouble = found.Where(signal => Hurts(signal) || IsCrossed(bundle.Subject, signal)).ToList();
        if (trouble.Count == 0)
        {
            return new ReportWriter(bundle, map, []).Without(HasData(bundle) ? Verdict.NoFault : Verdict.CannotTell);
        }

        var ranking = ComponentRanking.Of(map);
        var (tried, ruledOut) = new HypothesisFinder(causes).Find(map, ranking);
        var standing = SharedCauses.Join(tried, map);
        var writer = new ReportWriter(bundle, map, ranking);
        return standing is [{ Rule.Generic: false } best, ..] && Confidence(best, standing) >= LeastConfidence
            ? writer.Explained(standing, ruledOut, Confidence(best, standing))
            : writer.Unexplained(standing, ruledOut);
    }

    /// <summary>How well it fits, and how far the next other explanation is behind.</summary>
    internal static double Confidence(Hypothesis hypothesis, IReadOnlyList<Hypothesis> standing)
    {
        var rival = standing.Where(other => !other.Rule.Generic && (other.Component != hypothesis.Component || other.Rule.Category != hypothesis.Rule.Category))
            .Select(other => other.Score).DefaultIfEmpty(0).Max();
        var margin = hypothesis.Score <= 0 ? 0 : Math.Clamp((hypothesis.Score - rival) / hypothesis.Score, -1, 1);
        return Math.Round(Math.Clamp(0.32 + (0.4 * hypothesis.Fit) + (0.25 * margin), 0.05, 0.95), 2);
    }

    /// <summary>A busy processor, or many connections below their limit, hurt nobody by themselves.</summary>
    private static bool Hurts(Signal signal) =>
        signal.Harm || signal.Name is "connections.high" or "memory.high" or "disk.high" or "free_disk.high" or "free_memory.high" or "concurrency.high";

    /// <summary>At its end, and a watched threshold of Helm's own says that this is too much: then it is a fault, whoever notices.</summary>
    private bool IsCrossed(Subject subject, Signal signal) =>
        subject.IssueId is not null && string.Equals(signal.Component, subject.Component, StringComparison.OrdinalIgnoreCase)
        && signals.MetricOf(subject.Indicator) is { } watched && signal.Name == watched.Kind + ".high";

    private static bool HasData(EvidenceBundle bundle) =>
        bundle.All(result => result.Traces).Any(trace => trace.Points.Count > 5) || bundle.All(result => result.Logs).Any();

    /// <summary>Lines with the word error in them are no fault while the metrics of the same component say that all is well.</summary>
    private IReadOnlyList<Signal> Calmed(EvidenceBundle bundle, IReadOnlyList<Signal> found)
    {
        if (found.Any(signal => Hurts(signal) && !signal.Name.StartsWith("log:", StringComparison.Ordinal)))
        {
            return found;
        }

        var measured = bundle.All(result => result.Traces)
            .Where(trace => trace.Points.Count > 5 && signals.MetricOf(trace.Metric) is { Kind: "errors" or "latency" or "availability" })
            .Select(trace => trace.Component).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. found.Select(signal => signal.Harm && measured.Contains(signal.Component) && !Severe.Contains(signal.Name) ? signal with { Harm = false } : signal)];
    }
}

/// <summary>What an investigation comes to.</summary>
public static class Verdict
{
    public const string Fault = "fault";
    public const string NoFault = "no_fault";
    public const string CannotTell = "cannot_tell";
}
