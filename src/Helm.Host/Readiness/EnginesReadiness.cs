using Helm.Speech.Sessions;
using Microsoft.Extensions.Options;

namespace Helm.Host.Readiness;

/// <summary>The engines that hear and speak; without them everything else works.</summary>
internal sealed class EnginesReadiness(IOptions<SpeechOptions> options) : IReadinessCheck
{
    public string Name => "engines";

    public bool Required => false;

    public Task<ReadinessState> CheckAsync(CancellationToken cancellation)
    {
        var missing = SpeechHealth.Check(options.Value).Parts.Where(part => !part.IsAvailable).Select(part => part.Name).ToList();
        return Task.FromResult(missing.Count == 0
            ? ReadinessState.Ready
            : ReadinessState.Unavailable($"Missing: {string.Join(", ", missing)}; 'heyhelm doctor' says what to install."));
    }
}
