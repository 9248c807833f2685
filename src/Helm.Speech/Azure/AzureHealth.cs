using Helm.Speech.Engines;

namespace Helm.Speech.Azure;

/// <summary>Whether Azure Speech takes the key, or a container is ready: what can be asked without cost.</summary>
internal static class AzureHealth
{
    /// <param name="access">The way there.</param>
    /// <param name="container">The stage's own host; null where the region's or the private endpoint's serves.</param>
    public static RememberedHealth Of(AzureAccess access, string? container) => new(
        async () =>
        {
            await (container is null ? access.TryKeyAsync(CancellationToken.None) : access.TryContainerAsync(container, CancellationToken.None));
            return $"Azure Speech at {container ?? access.Options.Host ?? access.Options.Region}";
        },
        "Set what the message names in Helm:Speech:Azure (docs/voice.md, Better engines: Azure Speech).",
        access.Time);
}
