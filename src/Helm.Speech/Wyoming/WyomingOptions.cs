namespace Helm.Speech.Wyoming;

/// <summary>Wyoming servers that hear or speak for Helm; section <c>Helm:Speech:Wyoming</c>.</summary>
public sealed class WyomingOptions
{
    /// <summary>Such as openWakeWord; Name is the model that wakes.</summary>
    public WyomingServerOptions Wake { get; set; } = new();

    /// <summary>Such as faster-whisper; Name is the model.</summary>
    public WyomingServerOptions Transcription { get; set; } = new();

    /// <summary>Such as Piper; Name is the voice.</summary>
    public WyomingServerOptions Synthesis { get; set; } = new();

    /// <summary>Longer than this no answer is waited for.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>One Wyoming server.</summary>
public sealed class WyomingServerOptions
{
    /// <summary><c>HOST:PORT</c>, or <c>tcp://HOST:PORT</c>. Nothing is encrypted: what is said goes there as it is.</summary>
    public string? Address { get; set; }

    /// <summary>One of its models or voices; its usual one when empty.</summary>
    public string? Name { get; set; }

    /// <summary>As the server calls it.</summary>
    public string Language { get; set; } = "en";
}
