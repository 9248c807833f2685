using System.Text.Json;

namespace Helm.PracticeCloud.Faults;

/// <summary>Counts the calls that were received, and keeps those that change something.</summary>
internal sealed class CallBook
{
    private const int MostMutations = 5_000;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, int> _calls = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _errors = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _faults = new(StringComparer.Ordinal);
    private readonly List<Mutation> _mutations = [];

    public void Received(string operation) => Count(_calls, operation);

    public void Refused(string operation, string code) => Count(_errors, $"{operation} {code}");

    public void Spoiled(string operation, FaultKind kind) => Count(_faults, $"{operation} {JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString())}");

    public void Record(Mutation mutation)
    {
        lock (_gate)
        {
            if (_mutations.Count < MostMutations)
            {
                _mutations.Add(mutation);
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
            _errors.Clear();
            _faults.Clear();
            _mutations.Clear();
        }
    }

    public CallSummary Summary()
    {
        lock (_gate)
        {
            return new(new(_calls), new(_errors), new(_faults), [.. _mutations]);
        }
    }

    private void Count(SortedDictionary<string, int> counts, string name)
    {
        lock (_gate)
        {
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }
    }
}

/// <summary>A change that was received, with its parameters and how it ended.</summary>
internal sealed record Mutation(DateTimeOffset Time, string Account, string Operation, JsonElement Parameters, string Outcome);

/// <summary>What <c>GET /_practice/stats</c> answers.</summary>
internal sealed record CallSummary(
    SortedDictionary<string, int> Calls, SortedDictionary<string, int> Errors, SortedDictionary<string, int> Faults, IReadOnlyList<Mutation> Mutations);
