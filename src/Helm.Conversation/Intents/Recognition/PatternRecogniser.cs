using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>The sentence patterns of the table. A sentence is claimed only when a pattern accounts for every word of it.</summary>
internal sealed class PatternRecogniser : IRecogniser
{
    private const int StepsOfReach = 10;

    private readonly LanguagePack _pack;
    private readonly Automaton _lead;
    private readonly Automaton _close;
    private readonly LazyStates _leadStates;
    private readonly LazyStates _sentences;
    private readonly LazyStates _open;

    public PatternRecogniser(LanguagePack pack, Lexicon lexicon)
    {
        _pack = pack;
        _lead = new Automaton(lexicon, new PatternNode.Optional(pack.Lead));
        _close = new Automaton(lexicon, new PatternNode.Optional(pack.Close));
        _leadStates = new LazyStates(_lead);
        _sentences = new LazyStates(Compile(lexicon, intent => intent.Sentences));
        _open = new LazyStates(Compile(lexicon, intent => intent.Open));
    }

    public const string Called = "pattern";

    public string Name => Called;

    public Recognised? Recognise(Heard heard)
    {
        var (exact, repaired) = (heard.Lattice(Reach.Exact), (Lattice?)null);

        return Recognise(heard, exact, _sentences)
            ?? ((repaired = heard.Lattice(Reach.Repaired)) != exact ? Recognise(heard, repaired, _sentences) : null)
            ?? Recognise(heard, heard.Lattice(Reach.Open), _open);
    }

    /// <summary>As patterns are read when some words were heard as others.</summary>
    public Recognised? RecogniseSounded(Heard heard) =>
        heard.Lattice(Reach.Sounded) is var sounded && sounded != heard.Lattice(Reach.Repaired) ? Recognise(heard, sounded, _sentences) : null;

    private Automaton Compile(Lexicon lexicon, Func<IntentDefinition, IReadOnlyList<IntentDefinition.Sentence>> sentences) =>
        new(lexicon, _pack.Intents.SelectMany((intent, number) => sentences(intent).Select(sentence => (sentence.Pattern, number))));

    private Recognised? Recognise(Heard heard, Lattice lattice, LazyStates states)
    {
        if (lattice.Length == 0)
        {
            return null;
        }

        var starts = Starts(lattice);
        var ends = Ends(lattice, states, starts);
        if (ends.Count == 0)
        {
            return null;
        }

        var close = new Ways(_close, lattice, null);
        var accepted = Accepted(ends, states, close);
        accepted.RemoveAll(pattern => !heard.Counts(_pack.Intents[pattern.Intent]));
        if (accepted.Count == 0)
        {
            return null;
        }

        var ways = new Ways(states.Automaton, lattice, close);
        var best = accepted.ConvertAll(pattern => Candidate(pattern, ways, starts));
        best.Sort();
        var first = best.Find(claim => claim.Ties(best[0]) && Rivals(best, claim).Any() && Unruled(best, claim) is null) ?? best[0];
        var told = new Derivation();
        ways.Tell(first.Pattern.Start, first.Start, told);

        return EntityResolver.Resolve(Intent(first), told, lattice, heard) with
        {
            Score = Score(first.Cost),
            RunnerUp = best.Find(claim => claim.Pattern.Intent != first.Pattern.Intent) is { } second ? (Intent(second).Name, Score(second.Cost)) : null,
            Tied = Unruled(best, first) is { } tied ? Intent(tied).Name : null,
        };
    }

    private IntentDefinition Intent(Claim claim) => _pack.Intents[claim.Pattern.Intent];

    /// <summary>Claims of other intents that are as good.</summary>
    private static IEnumerable<Claim> Rivals(List<Claim> claims, Claim claim) =>
        claims.Where(other => other.Pattern.Intent != claim.Pattern.Intent && other.Ties(claim));

    /// <summary>A rival that the pack does not put behind this intent.</summary>
    private Claim? Unruled(List<Claim> claims, Claim claim) =>
        Rivals(claims, claim).FirstOrDefault(rival => !Intent(claim).Over.Contains(Intent(rival).Name));

    private static double Score(int cost) => Math.Round(1 / (1 + (Derivation.Distance(cost) / 50.0)), 3);

    /// <summary>The places that the polite lead may reach.</summary>
    private List<int> Starts(Lattice lattice)
    {
        var starts = new List<int>();
        StateWalk.Over(lattice, _leadStates, [0], (place, state) =>
        {
            if (state.Accepts.Length > 0 && !starts.Contains(place))
            {
                starts.Add(place);
            }
        });

        return starts;
    }

    /// <summary>Where patterns are complete; most sentences that are none of ours have no such place.</summary>
    private static List<(int Place, LazyStates.State State)> Ends(Lattice lattice, LazyStates states, List<int> starts)
    {
        var ends = new List<(int, LazyStates.State)>();
        StateWalk.Over(lattice, states, starts, (place, state) =>
        {
            if (state.Accepts.Length > 0)
            {
                ends.Add((place, state));
            }
        });

        return ends;
    }

    /// <summary>The patterns that account for all words, together with what may be said around them.</summary>
    private static List<Automaton.Pattern> Accepted(List<(int Place, LazyStates.State State)> ends, LazyStates states, Ways close) =>
    [
        .. ends.Where(end => close.Fits(end.Place)).SelectMany(end => end.State.Accepts).Distinct().Select(number => states.Automaton.Patterns[number]),
    ];

    private Claim Candidate(Automaton.Pattern pattern, Ways ways, List<int> starts)
    {
        var (cost, from) = (Ways.Impossible, 0);
        foreach (var start in starts)
        {
            if (ways.CostFrom(pattern.Start, start) is var found && found < cost)
            {
                (cost, from) = (found, start);
            }
        }

        return new Claim(pattern, from, cost, _pack.Intents[pattern.Intent].Priority);
    }

    /// <summary>A pattern that accounts for all words, in the order in which they win.</summary>
    private sealed record Claim(Automaton.Pattern Pattern, int Start, int Cost, int Priority) : IComparable<Claim>
    {
        public int CompareTo(Claim? other) =>
            other is null ? -1 : Rank.CompareTo(other.Rank) is var order and not 0 ? order : Pattern.Id.CompareTo(other.Pattern.Id);

        /// <summary>Only the order of the files tells them apart.</summary>
        public bool Ties(Claim other) => Rank == other.Rank;

        private (int Steps, int Priority, int Distance, int Words) Rank =>
            (Derivation.Distance(Cost) / StepsOfReach, -Priority, Derivation.Distance(Cost), Derivation.Words(Cost));
    }
}
