namespace Helm.Speech.Engines;

/// <summary>An engine that is there but does not work; the message says what to do.</summary>
/// <param name="rest">How long it asked to be left alone; null when it did not.</param>
public sealed class SpeechEngineException(string message, TimeSpan? rest = null) : Exception(message)
{
    public TimeSpan? Rest => rest;
}
