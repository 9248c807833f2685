using System.Runtime.InteropServices;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Entities;

/// <summary>How freely the words may be read.</summary>
internal enum Reach
{
    /// <summary>As they stand.</summary>
    Exact,

    /// <summary>With slips of spelling put right.</summary>
    Repaired,

    /// <summary>With words taken for others that sound alike, in one piece or in several.</summary>
    Sounded,

    /// <summary>With names that nobody knows, and free text.</summary>
    Open,
}

/// <summary>Finds everything that the words of an utterance can be: words of patterns, names, numbers, times.</summary>
internal sealed class LatticeBuilder(WordLists lists)
{
    private const int MaybeCost = 3;
    private const int JoinCost = 1;
    private const int SlipCost = 10;

    /// <summary>Of a word that only sounds like the one that is meant; slips of the keyboard cost less.</summary>
    internal const int SoundCost = 12;

    private const int OpenCost = 30;
    private const int MostRepairs = 4;
    private const int LongestText = 12;
    private const int MostPieces = 3;

    private readonly HashSet<string> _everyday = [.. lists.Everyday];

    public Lattice Build(Tokens tokens, VocabularyIndex index, Reach reach)
    {
        var exact = Read(tokens, index, Reach.Exact, []);

        return reach == Reach.Exact ? exact : Extend(exact, tokens, index, reach);
    }

    /// <summary>Reads more freely what was read less so; gives the same where that adds nothing.</summary>
    public Lattice Extend(Lattice known, Tokens tokens, VocabularyIndex index, Reach reach)
    {
        if (reach == Reach.Open)
        {
            return new Lattice(known, (lattice, start) => AddOpen(lattice, tokens, index, start));
        }

        known.Slips ??= Slips(tokens, index);
        if (reach == Reach.Repaired && known.Slips.Count == 0)
        {
            return known;
        }

        // Each reach only adds to the one before.
        return Read(tokens, index, reach, known.Slips) is var more && more.Count > known.Count ? more : known;
    }

    private Lattice Read(Tokens tokens, VocabularyIndex index, Reach reach, IReadOnlyList<Slip> slips)
    {
        var lattice = new Lattice(tokens.Count) { Slips = reach == Reach.Exact ? null : slips };
        var arcs = FindArcs(tokens, index, reach, slips);
        for (var start = 0; start < tokens.Count; start++)
        {
            foreach (ref readonly var arc in arcs.At(start))
            {
                lattice.Add(new Edge(start, arc.End, arc.Word, null, arc.Cost));
            }

            AddNames(lattice, index, arcs, start, (start, 0, 0));
            AddNumbers(lattice, tokens.Words, index, start, 0);
        }

        if (reach == Reach.Sounded)
        {
            AddHeardNumbers(lattice, tokens, index);
        }

        return lattice;
    }

    private Arcs FindArcs(Tokens tokens, VocabularyIndex index, Reach reach, IReadOnlyList<Slip> slips)
    {
        var (arcs, slip) = (new Arcs(tokens.Count), 0);
        for (var start = 0; start < tokens.Count; start++)
        {
            var word = tokens.Words[start];
            if (index.Lexicon.Find(word) is >= 0 and var known)
            {
                arcs.Add(new Arc(start + 1, known, 0));
            }

            for (; slip < slips.Count && slips[slip].Place == start; slip++)
            {
                arcs.Add(new Arc(start + 1, slips[slip].Word, slips[slip].Times * SlipCost));
            }

            if (reach == Reach.Sounded)
            {
                AddSounds(arcs, tokens, index, start);
            }

            if (lists.Maybe.TryGetValue(word, out var other) && index.Lexicon.Find(other) is var maybe && maybe >= 0)
            {
                arcs.Add(new Arc(start + 1, maybe, MaybeCost));
            }

            AddJoined(arcs, tokens, index, start);
            arcs.End(start);
        }

        return arcs;
    }

    /// <summary>What the first words that are not known are near to.</summary>
    private List<Slip> Slips(Tokens tokens, VocabularyIndex index)
    {
        var (found, words) = (new List<Slip>(), 0);
        for (var place = 0; place < tokens.Count && words < MostRepairs; place++)
        {
            var word = tokens.Words[place];
            if (index.Lexicon.Find(word) < 0 && !_everyday.Contains(word))
            {
                words++;
                foreach (var (near, times) in Near(word, index))
                {
                    found.Add(new Slip(place, index.Lexicon.Find(near), times));
                }
            }
        }

        return found;
    }

    /// <summary>A slip of the keyboard, or a letter held too long: "noooo".</summary>
    private static IEnumerable<(string Word, int Slips)> Near(string word, VocabularyIndex index) =>
        Spelling.Short(word) is var shorter && shorter.Length < word.Length && index.Lexicon.Find(shorter) >= 0
            ? [(shorter, 0)]
            : index.Spelling.Near(word);

    /// <summary>"hap end" for "happened", "coal" for "call"; nothing that is an everyday word of its own.</summary>
    private void AddSounds(Arcs arcs, Tokens tokens, VocabularyIndex index, int start)
    {
        if (_everyday.Contains(tokens.Words[start]))
        {
            return;
        }

        if (index.Lexicon.Find(tokens.Words[start]) < 0)
        {
            foreach (var (word, slips) in index.Sounds.Like(tokens.Words[start]))
            {
                arcs.Add(new Arc(start + 1, index.Lexicon.Find(word), SoundCost + slips));
            }
        }

        for (var end = start + 2; end <= Math.Min(tokens.Count, start + MostPieces) && !_everyday.Contains(tokens.Words[end - 1]); end++)
        {
            foreach (var (word, slips) in index.Sounds.Together(tokens.Words, start, end))
            {
                arcs.Add(new Arc(end, index.Lexicon.Find(word), SoundCost + slips));
            }
        }
    }

    /// <summary>"cloud front", "rest art", "s q s".</summary>
    private static void AddJoined(Arcs arcs, Tokens tokens, VocabularyIndex index, int start)
    {
        Span<char> letters = stackalloc char[32];
        var (length, spelled) = (0, true);
        for (var end = start; end < Math.Min(tokens.Count, start + 6); end++)
        {
            var word = tokens.Words[end];
            spelled &= word.Length == 1;
            if (length + word.Length > (spelled || end <= start + 2 ? letters.Length : 0))
            {
                break;
            }

            word.CopyTo(letters[length..]);
            length += word.Length;
            if (end > start && (spelled || length > 5) && index.Lexicon.Find(letters[..length]) is var joined && joined >= 0)
            {
                arcs.Add(new Arc(end + 1, joined, JoinCost));
            }
        }
    }

    /// <summary>All names that begin at a place and go on from where one of them has come to.</summary>
    private static void AddNames(Lattice lattice, VocabularyIndex index, Arcs arcs, int start, (int Place, int Node, int Cost) at)
    {
        if (at.Place > start)
        {
            foreach (var reading in index.Names.At(at.Node))
            {
                lattice.Add(new Edge(start, at.Place, reading.Symbol, reading.Value, at.Cost + reading.Cost));
            }
        }

        if (at.Place == lattice.Length)
        {
            return;
        }

        var going = arcs.At(at.Place);
        for (var number = going.Length - 1; number >= 0; number--)
        {
            var arc = going[number];
            if (index.Names.Step(at.Node, arc.Word) is var next && next > 0)
            {
                AddNames(lattice, index, arcs, start, (arc.End, next, at.Cost + arc.Cost));
            }
        }
    }

    /// <summary>Numbers that are written as what sounds like them: "infra too", "for hours".</summary>
    private void AddHeardNumbers(Lattice lattice, Tokens tokens, VocabularyIndex index)
    {
        if (!tokens.Words.Any(lists.Heard.ContainsKey))
        {
            return;
        }

        string[] heard = [.. tokens.Words.Select(word => lists.Heard.GetValueOrDefault(word, word))];
        for (var start = 0; start < tokens.Count; start++)
        {
            AddNumbers(lattice, heard, index, start, MaybeCost);
        }
    }

    private static void AddNumbers(Lattice lattice, IReadOnlyList<string> words, VocabularyIndex index, int start, int cost)
    {
        if (index.IssueIds.Read(words, start) is var (id, idEnd))
        {
            lattice.Add(new Edge(start, idEnd, SlotKinds.Symbol(SlotKinds.IssueId), id, cost));
        }

        if (!ValueWords.MayStart(words[start]))
        {
            return;
        }

        if (Numbers.Ordinal(words, start) is { } ordinal)
        {
            lattice.Add(new Edge(start, start + 1, SlotKinds.Symbol(SlotKinds.Ordinal), ordinal, cost));
        }

        if (Numbers.Read(words, start) is var (number, numberEnd) && numberEnd > start && number < int.MaxValue)
        {
            var value = number == decimal.Truncate(number) ? (object)(int)number : number;
            lattice.Add(new Edge(start, numberEnd, SlotKinds.Symbol(SlotKinds.Number), value, cost));
        }

        if (words[start].Contains('.') && char.IsAsciiDigit(words[start][0]))
        {
            lattice.Add(new Edge(start, start + 1, SlotKinds.Symbol(SlotKinds.Number), words[start], cost));
        }

        AddTimes(lattice, words, start, cost);
    }

    private static void AddTimes(Lattice lattice, IReadOnlyList<string> words, int start, int cost)
    {
        if (Durations.Read(words, start) is var (seconds, durationEnd) && durationEnd > start && seconds > 0)
        {
            lattice.Add(new Edge(start, durationEnd, SlotKinds.Symbol(SlotKinds.Duration), Durations.Iso(seconds), cost));
        }

        if (TimeRanges.Read(words, start) is var (range, rangeEnd) && rangeEnd > start)
        {
            lattice.Add(new Edge(start, rangeEnd, SlotKinds.Symbol(SlotKinds.TimeRange), range, cost));
        }
    }

    private void AddOpen(Lattice lattice, Tokens tokens, VocabularyIndex index, int start)
    {
        for (var end = start + 1; end <= tokens.Count && end <= start + LongestText; end++)
        {
            lattice.Add(new Edge(start, end, SlotKinds.Symbol(SlotKinds.Text), FreeText.Here, OpenCost + end - start));
        }

        if (OpenName(tokens, index, start) is { } name)
        {
            lattice.Add(name with { Symbol = SlotKinds.Symbol(SlotKinds.Unknown) });
            if (name.End > start + 1 || tokens.Words[start].Any(char.IsAsciiDigit))
            {
                lattice.Add(name with { Symbol = SlotKinds.Symbol(SlotKinds.Technical) });
            }
        }
    }

    /// <summary>A word that is none of the language's, with what a hyphen joins to it.</summary>
    private Edge? OpenName(Tokens tokens, VocabularyIndex index, int start)
    {
        var end = start + 1;
        while (end < tokens.Count && tokens.Joined[end])
        {
            end++;
        }

        var strange = Enumerable.Range(start, end - start)
            .Any(at => tokens.Words[at].Length > 2 && index.Lexicon.Find(tokens.Words[at]) < 0);

        return strange && !tokens.Joined[start] && !_everyday.Contains(tokens.Words[start])
            ? new Edge(start, end, 0, new Missing(tokens.Span(start, end)), OpenCost)
            : null;
    }

    /// <summary>A word, or several, taken for one of the language.</summary>
    private readonly record struct Arc(int End, int Word, int Cost);

    /// <summary>All of an utterance, place by place.</summary>
    private sealed class Arcs(int places)
    {
        private readonly List<Arc> _all = new(2 * places);
        private readonly int[] _ends = new int[places];

        public ReadOnlySpan<Arc> At(int place) => CollectionsMarshal.AsSpan(_all)[(place == 0 ? 0 : _ends[place - 1]).._ends[place]];

        public void Add(Arc arc) => _all.Add(arc);

        public void End(int place) => _ends[place] = _all.Count;
    }
}

/// <summary>The words themselves are the value, whatever they are.</summary>
internal sealed record FreeText
{
    public static FreeText Here { get; } = new();
}
