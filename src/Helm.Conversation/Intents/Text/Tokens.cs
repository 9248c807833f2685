namespace Helm.Conversation.Intents.Text;

/// <summary>The words of an utterance, ready to be matched.</summary>
/// <param name="Words">Lower case, without punctuation.</param>
/// <param name="Joined">True where a word was joined to the one before by a hyphen: <c>api-lambda</c>.</param>
internal sealed record Tokens(IReadOnlyList<string> Words, IReadOnlyList<bool> Joined)
{
    /// <summary>No command is longer; what is, is not read further.</summary>
    public const int Most = 64;

    public static Tokens None { get; } = new([], []);

    public int Count => Words.Count;

    public string Span(int start, int end) =>
        string.Concat(Enumerable.Range(start, end - start)
            .Select(index => index == start ? Words[index] : (Joined[index] ? "-" : " ") + Words[index]));

    public Tokens Without(int start, int count) =>
        new([.. Words.Take(start), .. Words.Skip(start + count)], [.. Joined.Take(start), .. Joined.Skip(start + count)]);
}
