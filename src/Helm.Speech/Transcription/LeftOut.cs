namespace Helm.Speech.Transcription;

/// <summary>Something that can be written but not said aloud to Helm, and why.</summary>
public sealed record LeftOut(string What, string Why);
