using Helm.Conversation.Intents;

namespace Helm.Speech.Transcription;

/// <summary>What people put around any sentence: "please", "right now". Unless the model of the commands knows them it hears them as names.</summary>
internal static class Courtesies
{
    private const string Please = "please";

    private static readonly SentencePattern Before = new SentencePattern.Optional(new SentencePattern.Word(Please));

    private static readonly SentencePattern After = new SentencePattern.Optional(new SentencePattern.Choice(
        [new SentencePattern.Word(Please), new SentencePattern.Sequence([new SentencePattern.Word("right"), new SentencePattern.Word("now")])]));

    public static IReadOnlyList<string> Words { get; } = [Please, "right", "now"];

    /// <summary>Around sentences of some length only: what answers a question is short, and must be told apart most surely.</summary>
    public static SentencePattern Around(SentencePattern pattern) =>
        Shortest(pattern) > 1 ? new SentencePattern.Sequence([Before, pattern, After]) : pattern;

    private static int Shortest(SentencePattern pattern) => pattern switch
    {
        SentencePattern.Sequence sequence => sequence.Parts.Sum(Shortest),
        SentencePattern.Choice choice => choice.Options.Min(Shortest),
        SentencePattern.Optional => 0,
        _ => 1,
    };
}
