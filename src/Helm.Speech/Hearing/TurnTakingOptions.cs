namespace Helm.Speech.Hearing;

/// <summary>Who speaks when.</summary>
public sealed class TurnTakingOptions
{
    /// <summary>After a question Helm listens so long without the wake phrase.</summary>
    public TimeSpan AfterQuestion { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>After a statement Helm listens so long without the wake phrase; nothing, and it always has to be said.</summary>
    public TimeSpan AfterStatement { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Helm's own voice goes on in the room so long after the last sample.</summary>
    public TimeSpan EchoTail { get; set; } = TimeSpan.FromSeconds(0.25);

    /// <summary>Short sounds for listening, done and not understood.</summary>
    public bool Earcons { get; set; } = true;
}
