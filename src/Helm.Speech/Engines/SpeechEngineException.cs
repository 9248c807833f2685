namespace Helm.Speech.Engines;

/// <summary>An engine that is there but does not work; the message says what to do.</summary>
public sealed class SpeechEngineException(string message) : Exception(message);
