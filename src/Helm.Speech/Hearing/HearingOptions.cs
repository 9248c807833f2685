using Helm.Speech.Transcription;
using Helm.Speech.Wake;

namespace Helm.Speech.Hearing;

/// <summary>How Helm listens.</summary>
public sealed class HearingOptions
{
    /// <summary>Folder with en-us/, cmudict-en-us.dict and en-us.lm.bin; found by itself where the packages put it.</summary>
    public string? ModelFolder { get; set; }

    /// <summary>The operator's pronunciations, a line a word: <c>kubectl K Y UW B K AH N T R OW L</c>.</summary>
    public string? LexiconFile { get; set; }

    public WakeOptions Wake { get; set; } = new();

    public TranscriptionOptions Transcription { get; set; } = new();

    public AgreementOptions Agreement { get; set; } = new();

    /// <summary>So much silence ends a sentence.</summary>
    public TimeSpan EndSilence { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>A sentence that goes on is cut here.</summary>
    public TimeSpan LongestSentence { get; set; } = TimeSpan.FromSeconds(12);
}
