using Helm.Conversation.Intents;

namespace Helm.Speech.Transcription;

/// <summary>A sentence to learn from, in words and slots.</summary>
/// <param name="Intent">Null where it is talk about other matters.</param>
/// <param name="IsVerbatim">Somebody said it so.</param>
internal sealed record SpeakableExample(string? Intent, IReadOnlyList<string> Parts, bool IsVerbatim)
{
    public IEnumerable<string> Words => Parts.Where(part => !IsSlot(part));

    public IEnumerable<string> Slots => Parts.Where(IsSlot).Select(Slot);

    public static SpeakableExample Of(SpokenExample example) =>
        new(example.Intent, [.. example.Text.Split(' ').SelectMany(part => IsSlot(part) ? [part] : SpokenWords.Of(part))], example.IsVerbatim);

    /// <summary>With a name in the place of each slot.</summary>
    public IReadOnlyList<string> Say(Func<string, IReadOnlyList<string>> name) =>
        [.. Parts.SelectMany(part => IsSlot(part) ? name(Slot(part)) : [part])];

    private static bool IsSlot(string part) => part.StartsWith('{');

    private static string Slot(string part) => part[1..^1];
}
