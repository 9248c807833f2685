using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>The sentence patterns of the table. A sentence is claimed only when a pattern accounts for every word of it.</summary>
internal sealed class PatternRecogniser : IRecogniser
{
    private const int MostCandidates = 48;
    private const int StepsOfReach = 10;

    private readonly LanguagePack _pack;
    private readonly LatticeBuilder _builder;
    private readonly Automaton _automaton;
    private readonly Automaton _openAutomaton;
    private readonly LazyStates _states;
    private readonly LazyStates _openStates;

    public PatternRecogniser(LanguagePack pack, Lexicon lexicon)
    {
        _pack = pack;
        _builder = new LatticeBuilder(pack.Words);
        _automaton = Compile(lexicon, intent => intent.Sentences);
        _openAutomaton = Compile(lexicon, intent => intent.Open);
        _states = new LazyStates(_automaton);
        _openStates = new LazyStates(_openAutomaton);
    }

    public string Name => "pattern";

    public Recognised? Recognise(Heard heard) =>
        Recognise(heard, Reach.Exact, _automaton, _states)
        ?? Recognise(heard, Reach.Repaired, _automaton, _states)
        ?? Recognise(heard, Reach.Open, _openAutomaton, _openStates);

    private Automaton Compile(Lexicon lexicon, Func<IntentDefinition, IReadOnlyList<IntentDefinition.Sentence>> sentences) =>
        new(
            lexicon,
            _pack.Lead,
            _pack.Close,
            _pack.Intents.SelectMany((intent, number) => sentences(intent).Select(sentence => (sentence.Pattern, number))));

    private Recognised? Recognise(Heard heard, Reach reach, Automaton automaton, LazyStates states)
    {
        var lattice = _builder.Build(heard.Text.Tokens, heard.Index, reach);
        var best = Accepted(lattice, states)
            .Select(number => automaton.Patterns[number])
            .Where(pattern => heard.Counts(_pack.Intents[pattern.Intent]))
            .Take(MostCandidates)
            .Select(pattern => (Pattern: pattern, Way: Derivation.Best(automaton, pattern, lattice, Starts(automaton, lattice))))
            .OrderBy(found => found.Way.Cost / StepsOfReach)
            .ThenByDescending(found => _pack.Intents[found.Pattern.Intent].Priority)
            .ThenBy(found => found.Way.Cost)
            .ThenBy(found => found.Way.Words)
            .ThenBy(found => found.Pattern.Id)
            .ToList();
        if (best.Count == 0)
        {
            return null;
        }

        var second = best.FirstOrDefault(found => found.Pattern.Intent != best[0].Pattern.Intent);
        var result = EntityResolver.Resolve(_pack.Intents[best[0].Pattern.Intent], best[0].Way, lattice, heard);

        return result with
        {
            Score = Score(best[0].Way),
            RunnerUp = second.Way is null ? null : (_pack.Intents[second.Pattern.Intent].Name, Score(second.Way)),
        };
    }

    private static double Score(Derivation way) => Math.Round(1 / (1 + (way.Cost / 50.0)), 3);

    /// <summary>The patterns that account for all words.</summary>
    private static IEnumerable<int> Accepted(Lattice lattice, LazyStates states)
    {
        var active = new List<LazyStates.State>[lattice.Length + 1];
        active[0] = [states.Start];
        for (var place = 0; place < lattice.Length; place++)
        {
            foreach (var state in active[place] ?? [])
            {
                foreach (var edge in lattice.From(place))
                {
                    if (states.Step(state, edge.Symbol) is { } next && !(active[edge.End] ??= []).Contains(next))
                    {
                        active[edge.End].Add(next);
                    }
                }
            }
        }

        return lattice.Length == 0 ? [] : (active[lattice.Length] ?? []).SelectMany(state => state.Accepts).Distinct();
    }

    /// <summary>The places that the polite lead may reach.</summary>
    private static List<int> Starts(Automaton automaton, Lattice lattice)
    {
        var starts = new List<int>();
        var seen = new HashSet<(int Node, int Place)>();
        var todo = new Stack<(int Node, int Place)>();
        todo.Push((automaton.Root, 0));
        while (todo.TryPop(out var at))
        {
            if (!seen.Add(at))
            {
                continue;
            }

            if (at.Node == automaton.Body)
            {
                starts.Add(at.Place);
                continue;
            }

            foreach (var step in Next(automaton.Nodes[at.Node], at.Place, lattice))
            {
                todo.Push(step);
            }
        }

        return starts;
    }

    private static IEnumerable<(int Node, int Place)> Next(Automaton.Node node, int place, Lattice lattice) =>
        node.Symbol == Automaton.Node.NoSymbol
            ? node.Targets.Select(target => (target, place))
            : lattice.From(place).Where(edge => edge.Symbol == node.Symbol).Select(edge => (node.Targets[0], edge.End));
}
