namespace Helm.Host.Listening;

/// <summary>Where Helm is reached; section <c>Helm:Host</c>.</summary>
public sealed class ListeningOptions
{
    public const string Section = "Helm:Host";

    /// <summary>Loopback only. Port 0 takes a free one.</summary>
    public string Url { get; set; } = "http://127.0.0.1:3978";

    /// <summary>Logs as one JSON object a line instead of text; always on the error stream.</summary>
    public bool JsonLogs { get; set; }
}
