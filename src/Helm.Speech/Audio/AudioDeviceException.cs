namespace Helm.Speech.Audio;

/// <summary>A sound device that is missing or gone; the message says what to do.</summary>
public sealed class AudioDeviceException(string message) : Exception(message);
