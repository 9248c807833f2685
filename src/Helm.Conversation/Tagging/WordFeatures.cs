using System.Runtime.CompilerServices;

namespace Helm.Conversation.Tagging;

/// <summary>What is to be seen at a word: itself, its ends and shape, and its neighbours; each as a hash.</summary>
internal sealed class WordFeatures
{
    private const int Reach = 3;
    private const int LongestAffix = 5;

    /// <summary>No word has more.</summary>
    public const int Most = 40;

    private const string Edge = "\n";

    private static readonly ulong Any = Hash("any");
    private static readonly ulong EdgeHash = Hash(Edge);
    private static readonly ulong Pair = Kind("two", 0);
    private static readonly ulong First = Kind("first", 0);
    private static readonly ulong Around = Kind("around", 0);
    private static readonly ulong ShapesAround = Kind("shapes", 0);
    private static readonly ulong BeforeAndShape = Kind("before and shape", 0);
    private static readonly ulong ShapeAndAfter = Kind("shape and after", 0);
    private static readonly ulong TwoAround = Kind("two around", 0);
    private static readonly ulong SkipBefore = Kind("skip", -2);
    private static readonly ulong SkipAfter = Kind("skip", 2);
    private static readonly ulong[] One = Kinds("word", -Reach, Reach);
    private static readonly ulong[] OneShape = Kinds("shape", -Reach, Reach);
    private static readonly ulong[] Two = Kinds("two", -2, 1);
    private static readonly ulong[] Three = Kinds("three", -2, 0);
    private static readonly ulong[] Begins = Kinds("begins", 0, LongestAffix);
    private static readonly ulong[] Ends = Kinds("ends", 0, LongestAffix);

    private readonly string[] _words;
    private readonly ulong[] _known;
    private readonly ulong[] _shapes;

    public WordFeatures(IReadOnlyList<string> words)
    {
        (_words, _known, _shapes) = (new string[words.Count], new ulong[words.Count], new ulong[words.Count]);
        for (var at = 0; at < words.Count; at++)
        {
            _words[at] = words[at].ToLowerInvariant();
            _known[at] = Hash(_words[at]);
            _shapes[at] = ShapeOf(words[at]);
        }
    }

    public int Words => _words.Length;

    /// <summary>In the place of what the list holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(int at, List<ulong> found)
    {
        var shape = Shape(at);
        found.Clear();
        found.Add(Any);
        found.Add(Mix(First, _known[0]));
        found.Add(Mix(Mix(Around, Word(at - 1)), Word(at + 1)));
        found.Add(Mix(Mix(Mix(ShapesAround, Shape(at - 1)), shape), Shape(at + 1)));
        found.Add(Mix(Mix(BeforeAndShape, Word(at - 1)), shape));
        found.Add(Mix(Mix(ShapeAndAfter, shape), Word(at + 1)));
        found.Add(Mix(Mix(TwoAround, Mix(Mix(Pair, Word(at - 2)), Word(at - 1))), Mix(Mix(Pair, Word(at + 1)), Word(at + 2))));
        found.Add(Mix(Mix(SkipBefore, Word(at - 2)), Word(at)));
        found.Add(Mix(Mix(SkipAfter, Word(at)), Word(at + 2)));
        for (var place = 0; place < One.Length; place++)
        {
            found.Add(Mix(One[place], Word(at + place - Reach)));
            found.Add(Mix(OneShape[place], Shape(at + place - Reach)));
        }

        for (var place = 0; place < Two.Length; place++)
        {
            found.Add(Mix(Mix(Two[place], Word(at + place - 2)), Word(at + place - 1)));
        }

        for (var place = 0; place < Three.Length; place++)
        {
            found.Add(Mix(Mix(Mix(Three[place], Word(at + place - 2)), Word(at + place - 1)), Word(at + place)));
        }

        AddEnds(_words[at], found);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddEnds(string word, List<ulong> found)
    {
        for (var length = 1; length <= Math.Min(LongestAffix, word.Length); length++)
        {
            found.Add(Mix(Begins[length], Hash(word.AsSpan(..length))));
            found.Add(Mix(Ends[length], Hash(word.AsSpan(^length..))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Word(int at) => (uint)at < (uint)_known.Length ? _known[at] : EdgeHash;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Shape(int at) => (uint)at < (uint)_shapes.Length ? _shapes[at] : EdgeHash;

    private static ulong[] Kinds(string kind, int first, int last) => [.. Enumerable.Range(first, last - first + 1).Select(place => Kind(kind, place))];

    private static ulong Kind(string kind, int place) => Mix(Hash(kind), unchecked((ulong)place));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var character in text)
        {
            hash = Mix(hash, character);
        }

        return hash;
    }

    /// <summary>FNV-1a; the shift carries the high bits down, which FNV alone leaves out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash, ulong value)
    {
        hash = (hash ^ value) * 0x100000001B3;

        return hash ^ (hash >> 29);
    }

    /// <summary>"McFly" is XxXx, "2026" is 0, "rock-n-roll" x-x-x.</summary>
    private static ulong ShapeOf(string word)
    {
        var (hash, last) = (Hash(""), '\0');
        foreach (var character in word)
        {
            var kind = KindOf(character);
            if (kind != last)
            {
                (hash, last) = (Mix(hash, kind), kind);
            }
        }

        return hash;
    }

    private static char KindOf(char character) =>
        char.IsDigit(character) ? '0'
        : char.IsUpper(character) ? 'X'
        : char.IsLetter(character) ? 'x'
        : character;
}
