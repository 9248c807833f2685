using Helm.PracticeCloud.Data;

namespace Helm.PracticeCloud.Faults;

/// <summary>The faults in force. Which call is hit comes from the rule's seed, so a run can be repeated.</summary>
internal sealed class FaultBoard
{
    private readonly Lock _gate = new();
    private readonly List<(FaultRule Rule, int[] Seen, int[] Hit)> _rules = [];

    public void Add(FaultRule rule)
    {
        lock (_gate)
        {
            _rules.Add((rule, [0], [0]));
        }
    }

    public int Clear()
    {
        lock (_gate)
        {
            var count = _rules.Count;
            _rules.Clear();
            return count;
        }
    }

    public IReadOnlyList<FaultRule> InForce
    {
        get
        {
            lock (_gate)
            {
                return [.. _rules.Select(entry => entry.Rule)];
            }
        }
    }

    /// <summary>The faults that hit this call: at most one that spoils it, and delays before it.</summary>
    public IReadOnlyList<FaultRule> Next(string service, string operation)
    {
        lock (_gate)
        {
            List<FaultRule>? hits = null;
            foreach (var (rule, seen, hit) in _rules)
            {
                if (Concerns(rule, service, operation) && Strikes(rule, seen, hit) && (rule.Kind == FaultKind.Latency || hits is null || hits.TrueForAll(h => h.Kind == FaultKind.Latency)))
                {
                    hit[0]++;
                    (hits ??= []).Add(rule);
                }
            }

            return hits ?? (IReadOnlyList<FaultRule>)[];
        }
    }

    private static bool Concerns(FaultRule rule, string service, string operation) =>
        (rule.Service is null || rule.Service == service)
        && (rule.Operation is null || rule.Operation == operation)
        && (rule.Kind != FaultKind.Partial || operation == "GetMetricData");

    private static bool Strikes(FaultRule rule, int[] seen, int[] hit)
    {
        if (rule.Count is { } most && hit[0] >= most)
        {
            return false;
        }

        var roll = Hash.Mix((ulong)rule.Seed, ++seen[0]) / (double)ulong.MaxValue;
        return rule.Rate is not { } rate || roll < rate;
    }
}
