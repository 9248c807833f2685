using Helm.Conversation.Classification;
using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>The words that requests are made of, and those of other matters.</summary>
internal sealed class WordStock
{
    private readonly HashSet<string> _requests;
    private readonly Dictionary<string, int> _talk;
    private readonly HashSet<string> _everyday;
    private readonly string[] _inOrder;

    /// <param name="everyday">No names, whatever stands around them.</param>
    public WordStock(IReadOnlyList<Sample> samples, IReadOnlyList<string> everyday)
    {
        _requests = [.. Words(samples.Where(sample => sample.Label is not null))];
        _talk = Words(samples.Where(sample => sample.Label is null)).Where(word => !_requests.Contains(word)).CountBy(word => word).ToDictionary();
        _everyday = [.. everyday.Where(word => !_requests.Contains(word))];
        _inOrder = [.. _requests.Order(StringComparer.Ordinal)];
    }

    /// <summary>In the place of a word that no sentence has.</summary>
    public static string Strange { get; } = SlotMask.Word(SlotKinds.Unknown);

    public bool IsOfRequests(string word) => _requests.Contains(word);

    /// <summary>It says that the matter is none of Helm's, and is no name.</summary>
    public bool IsOfOtherMatters(string word) => OfOtherMatters(word) > 0;

    /// <summary>How much it says so, from 0 to 1: a word of one sentence half, of many nearly all.</summary>
    public float OfOtherMatters(string word) =>
        _everyday.Contains(word) ? 1 : _talk.TryGetValue(word, out var times) ? times / (times + 1f) : 0;

    public string Seen(string word) => IsOfRequests(word) || _talk.ContainsKey(word) ? word : Strange;

    public string Pick(Random random) => _inOrder[random.Next(_inOrder.Length)];

    private static IEnumerable<string> Words(IEnumerable<Sample> samples) => samples.SelectMany(sample => sample.Text.Split(' '));
}
