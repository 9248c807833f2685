namespace Helm.Speech.Audio;

/// <summary>Sound that cannot be read; the message says what is wrong and what would do.</summary>
public sealed class InvalidAudioException(string message) : Exception(message);
