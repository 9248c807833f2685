using Helm.Speech.Setup;

namespace Helm.Host.Readiness;

/// <summary>The engines that hear and speak; without them everything else works.</summary>
internal sealed class EnginesReadiness(SpeechEngines engines) : IReadinessCheck
{
    public string Name => "engines";

    public bool Required => false;

    /// <summary>A stage is ready when one of its engines is; the engines that do not work are named all the same.</summary>
    public async Task<ReadinessState> CheckAsync(CancellationToken cancellation)
    {
        var health = await SpeechHealth.CheckAsync(engines, cancellation);
        var failing = string.Join(", ", health.Parts.Where(part => !part.IsAvailable).Select(part => $"{part.Stage} by {part.Name}"));
        return health.Missing.Count > 0 ? ReadinessState.Unavailable($"Missing: {failing}; 'heyhelm doctor' says the remedy.")
            : failing.Length > 0 ? ReadinessState.Ready with { Reason = $"Others stand in for {failing}; 'heyhelm doctor' says the remedy." }
            : ReadinessState.Ready;
    }
}
