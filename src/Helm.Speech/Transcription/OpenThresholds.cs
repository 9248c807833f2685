namespace Helm.Speech.Transcription;

/// <summary>Puts an engine's own confidence on the scale of the two decoders' agreement, so that all behind it judges alike.</summary>
/// <param name="Questions">Least confidence for a question; what is below is not taken.</param>
/// <param name="Changes">Least confidence for what changes something.</param>
internal sealed record OpenThresholds(AgreementOptions Agreement, double Questions, double Changes)
{
    /// <summary>0 where it is sure enough for a change, 1 where not even for a question.</summary>
    public double Distance(double? confidence, bool isSentence) => confidence switch
    {
        // An engine that does not tell is believed where what it heard is a sentence of the language; else a change is asked about.
        null => isSentence ? 0 : Agreement.Questions,
        _ when confidence >= Changes => 0,
        _ when confidence >= Questions => Agreement.Questions,
        _ => 1,
    };
}
