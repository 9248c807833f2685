using Helm.Operations.Investigation.Causes;
using Helm.Operations.Investigation.Evidence;

namespace Helm.Operations.Investigation.Reports;

/// <summary>Puts into a report what was found.</summary>
internal sealed class ReportWriter(EvidenceBundle bundle, SignalMap map, IReadOnlyList<RankedComponent> ranking)
{
    private const int MostEvidence = 8;
    private const int MostHypotheses = 5;

    private readonly Surroundings _surroundings = new(bundle, map);

    /// <summary>There is nothing to explain, or nothing to explain it with.</summary>
    public IncidentReport Without(string verdict) => Base(
        verdict,
        verdict == Verdict.NoFault
            ? "No fault found: nothing that was measured hurts anybody"
            : "Cannot tell: there is too little data to say whether something is wrong") with
    {
        Category = verdict == Verdict.NoFault ? "none" : "unknown",
        RuledOut = _surroundings.Innocent(null),
    };

    public IncidentReport Unexplained(IReadOnlyList<Hypothesis> standing, IReadOnlyList<Hypothesis> ruledOut) =>
        Base(Verdict.CannotTell, $"Cannot tell why{(ranking.Count > 0 ? $": the trouble is at {ranking[0].Name}, and the evidence fits no cause well" : "")}") with
        {
            Category = "unknown",
            Component = ranking is [var first, ..] ? first.Name : null,
            Evidence = [.. map.All.Where(SignalMap.IsTrouble).OrderByDescending(signal => signal.Strength).Take(MostEvidence).Select(signal => signal.Text)],
            Confidence = standing.Count > 0 ? Math.Min(0.4, Analyst.Confidence(standing[0], standing)) : 0.1,
            Hypotheses = Told(standing),
            RuledOut = [.. Excluded(ruledOut), .. _surroundings.Innocent(null)],
        };

    public IncidentReport Explained(IReadOnlyList<Hypothesis> standing, IReadOnlyList<Hypothesis> ruledOut, double confidence)
    {
        var best = standing[0];
        var remedies = new RemedyWriter(bundle, map).Of(best);
        return Base(Verdict.Fault, best.Cause) with
        {
            RootCause = best.Cause,
            Category = best.Rule.Category,
            Component = best.Component,
            Confidence = confidence,
            Evidence = [.. best.For.OrderByDescending(signal => signal.Strength).DistinctBy(signal => signal.Text).Take(MostEvidence).Select(signal => signal.Text)],
            ContributingFactors = _surroundings.Contributing(best),
            Hypotheses = Told(standing),
            RuledOut = [.. Excluded(ruledOut), .. _surroundings.Innocent(best)],
            SuggestedRemediation = new([.. remedies.Select(remedy => remedy.Action).Distinct()], best.Rule.Permanent),
            Proposals = remedies,
            PermanentFix = best.Rule.Fix.Length > 0 ? best.Rule.Fix : null,
            Components = Components(best),
        };
    }

    private IncidentReport Base(string verdict, string summary) => new()
    {
        IssueId = bundle.Subject.IssueId,
        Timestamp = bundle.AskedAt,
        Verdict = verdict,
        Summary = summary,
        Category = "unknown",
        Confidence = verdict == Verdict.NoFault ? 0.9 : 0.1,
        Evidence = [],
        Timeline = _surroundings.Timeline(),
        SuggestedRemediation = new([], []),
        Components = Components(null),
        ContributingFactors = [],
        Hypotheses = [],
        RuledOut = [],
        NotChecked = [.. bundle.Queries.Where(query => query.Problem is not null).Select(query => $"{query.Asked}: {query.Problem}"), .. Missing()],
        Proposals = [],
        Findings = [.. map.All.OrderBy(signal => signal.Since).ThenBy(signal => signal.Component, StringComparer.Ordinal).ThenBy(signal => signal.Text, StringComparer.Ordinal)
            .Select(signal => new ReportedFinding(signal.Component, signal.Name, signal.Since, signal.Text, signal.Query))],
        Queries = [.. bundle.Queries.Select(query => new ReportedQuery(query.Id, query.Asked, query.Sha256, query.Problem))],
    };

    /// <summary>The cause's component leads, whatever the ranking alone said.</summary>
    private IReadOnlyList<ReportedComponent> Components(Hypothesis? best)
    {
        var total = ranking.Sum(component => component.Score);
        IEnumerable<RankedComponent> outside = best is null || ranking.Any(one => one.Name == best.Component)
            ? []
            : [new(best.Component, ranking.Where(one => best.For.Any(signal => signal.Component == one.Name)).Sum(one => one.Score))];
        return [.. outside.Concat(ranking).OrderByDescending(component => component.Name == best?.Component).ThenByDescending(component => component.Score)
            .Select(component => new ReportedComponent(component.Name, Math.Round(component.Score / Math.Max(total, 1e-9), 3)))];
    }

    private static IReadOnlyList<ReportedHypothesis> Told(IReadOnlyList<Hypothesis> standing) =>
        [.. standing.Take(MostHypotheses).Select(hypothesis => new ReportedHypothesis(
            hypothesis.Cause, hypothesis.Rule.Category, hypothesis.Component, Analyst.Confidence(hypothesis, standing),
            [.. hypothesis.For.Select(signal => signal.Text).Distinct().Take(4)]))];

    private static IEnumerable<string> Excluded(IReadOnlyList<Hypothesis> ruledOut) =>
        ruledOut.OrderByDescending(hypothesis => hypothesis.Score).Take(MostHypotheses)
            .Select(hypothesis => $"{hypothesis.Cause}: {hypothesis.Against[0].Text}");

    private IEnumerable<string> Missing()
    {
        if (!bundle.All(result => result.Traces).Any(trace => trace.Points.Count > 5))
        {
            yield return "Metrics: there are none with more than five values";
        }

        if (!bundle.All(result => result.Logs).Any())
        {
            yield return "Logs: there are no lines";
        }
    }
}
