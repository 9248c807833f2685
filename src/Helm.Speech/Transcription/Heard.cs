namespace Helm.Speech.Transcription;

/// <summary>Words that one model may have heard.</summary>
/// <param name="Behind">How much worse they fit the sound and the model than the likeliest, in the decoder's units for each frame of it.</param>
internal sealed record Heard(IReadOnlyList<string> Words, double Behind)
{
    public string Text { get; } = string.Join(' ', Words);
}
