namespace Helm.Conversation.Intents.Recognition;

/// <summary>The sentence patterns once more, for what a speech recogniser wrote down in words that only sound alike.</summary>
internal sealed class SoundRecogniser(PatternRecogniser patterns) : IRecogniser
{
    public string Name => "sound";

    public Recognised? Recognise(Heard heard) => patterns.RecogniseSounded(heard);
}
