namespace Helm.Speech.Tests.Azure;

/// <summary>How the practice service behaves.</summary>
internal sealed record AzureScript
{
    public const string Key = "practice-key-of-azure-speech-0001";

    /// <summary>What it hears: each phrase with the ways to hear it, the likeliest first.</summary>
    public IReadOnlyList<IReadOnlyList<(string Lexical, double Confidence)>> Phrases { get; init; } = [[("hey helm status of production", 0.93)]];

    /// <summary>In place of a phrase: InitialSilenceTimeout, NoMatch, TooManyRequests …</summary>
    public string? Status { get; init; }

    /// <summary>In place of an answer to a request: 401, 403, 429, 500.</summary>
    public int? Refusal { get; init; }

    public int? RetryAfterSeconds { get; init; }

    /// <summary>Closes the socket when so much sound has come.</summary>
    public (int Code, string Reason)? Close { get; init; }

    /// <summary>Drops the connection without a word when so much sound has come, or in the middle of what it says.</summary>
    public bool Drops { get; init; }

    /// <summary>Takes everything and never answers.</summary>
    public bool IsMute { get; init; }
}
