namespace Helm.Speech.Engines;

/// <summary>One way to wake, to transcribe or to speak; the configuration names it.</summary>
public interface ISpeechEngine : IDisposable
{
    /// <summary>As it stands in the configuration: <c>pocketsphinx</c>, <c>espeak-ng</c>.</summary>
    string Name { get; }

    /// <summary>Whether it could work now; asked by <c>/readyz</c> and <c>heyhelm doctor</c>, so it must be quick and free of cost.</summary>
    Task<EngineHealth> CheckAsync(CancellationToken cancellation);
}

/// <summary>How an engine is.</summary>
/// <param name="Detail">What it is, or what is wrong, in a sentence.</param>
/// <param name="Remedy">What to do when it cannot work; null when it can.</param>
public sealed record EngineHealth(bool IsAvailable, string Detail, string? Remedy = null);

/// <summary>An engine that failed, told once until it works again.</summary>
/// <param name="Next">The engine that stands in; null when there is none.</param>
public sealed record EngineTrouble(string Engine, string Reason, string? Next);
