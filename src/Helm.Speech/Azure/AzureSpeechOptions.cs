namespace Helm.Speech.Azure;

/// <summary>Azure Speech: where it is and who pays; section <c>Helm:Speech:Azure</c>.</summary>
public sealed class AzureSpeechOptions
{
    /// <summary>The resource's key, by reference: <c>env:NAME</c> or <c>file:PATH</c>. Containers need none.</summary>
    public string? Key { get; set; }

    /// <summary>The resource's region: <c>westeurope</c>, <c>usgovvirginia</c>, <c>chinaeast2</c>.</summary>
    public string? Region { get; set; }

    /// <summary>In place of the region, a private endpoint: <c>https://NAME.cognitiveservices.azure.com</c>.</summary>
    public string? Host { get; set; }

    /// <summary>In place of the region or the host, for listening: a container such as <c>http://localhost:5000</c>.</summary>
    public string? TranscriptionHost { get; set; }

    /// <summary>In place of the region or the host, for speaking.</summary>
    public string? SynthesisHost { get; set; }

    /// <summary>Exchanges the key for a token every ten minutes, so that the key itself goes out less often.</summary>
    public bool UseToken { get; set; }

    /// <summary>What is spoken, as in BCP 47.</summary>
    public string Language { get; set; } = "en-US";

    /// <summary>Who speaks; <c>heyhelm voices</c> lists them.</summary>
    public string Voice { get; set; } = "en-US-AvaMultilingualNeural";

    /// <summary>Longer than this nothing is waited for.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(8);

    public ConfidenceOptions LeastConfidence { get; set; } = new();
}

/// <summary>How sure Azure Speech must be of what it heard.</summary>
public sealed class ConfidenceOptions
{
    public double Questions { get; set; } = 0.5;

    /// <summary>For what changes something; it is confirmed besides.</summary>
    public double Changes { get; set; } = 0.7;
}
