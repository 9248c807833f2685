namespace Helm.Speech.Sphinx;

/// <summary>An engine that is not there; the message says what to install.</summary>
public sealed class SpeechUnavailableException(string message) : Exception(message);
