using Helm.Operations.Settings;

namespace Helm.Speech.Azure;

/// <summary>What must be configured before Azure Speech can be asked; of engines that are not listed nothing is required.</summary>
internal static class AzureOptionsRules
{
    public static void Check(Requirements requirements, AzureSpeechOptions options, bool listens, bool speaks)
    {
        if (!listens && !speaks)
        {
            return;
        }

        if (listens)
        {
            Place(requirements, options, options.TranscriptionHost, "TranscriptionHost");
        }

        if (speaks)
        {
            Place(requirements, options, options.SynthesisHost, "SynthesisHost");
        }

        requirements
            .Require(options.Patience >= TimeSpan.FromSeconds(1), "Azure:Patience", options.Patience, "at least 00:00:01")
            .Require(options.Language.Length > 1, "Azure:Language", options.Language, "a language such as en-US")
            .Require(options.Voice.Length > 1, "Azure:Voice", options.Voice, "a voice such as en-US-AvaMultilingualNeural");
        Confidence(requirements, options.LeastConfidence);
        Host(requirements, "Azure:Host", options.Host, options.Key);
        Host(requirements, "Azure:TranscriptionHost", options.TranscriptionHost, options.Key);
        Host(requirements, "Azure:SynthesisHost", options.SynthesisHost, options.Key);
    }

    /// <summary>A container stands for itself; everything else is a region or a private endpoint, and takes a key.</summary>
    private static void Place(Requirements requirements, AzureSpeechOptions options, string? container, string containerKey)
    {
        if (container is null)
        {
            requirements
                .Require(options.Host is not null || IsRegion(options.Region), "Azure:Region", options.Region, $"the resource's region such as westeurope, or Azure:Host, or Azure:{containerKey}")
                .Require(HasSecret(options.Key), "Azure:Key", Shown(options.Key), "env:NAME or file:PATH of the resource's key");
        }
    }

    private static void Confidence(Requirements requirements, ConfidenceOptions least) => requirements
        .Require(least.Questions >= 0 && least.Questions <= least.Changes, "Azure:LeastConfidence:Questions", least.Questions, "0 to Azure:LeastConfidence:Changes")
        .Require(least.Changes <= 1, "Azure:LeastConfidence:Changes", least.Changes, "at most 1");

    private static void Host(Requirements requirements, string key, string? host, string? secret) => requirements.Require(
        host is null || (Uri.TryCreate(host, UriKind.Absolute, out var address) && MayGoTo(address, secret)),
        key, host, "https://NAME, or http:// for a container on this machine or one that gets no key");

    // The key is not sent over a network that anybody may listen to.
    private static bool MayGoTo(Uri address, string? secret) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && (address.IsLoopback || string.IsNullOrWhiteSpace(secret)));

    private static bool IsRegion(string? region) => region is { Length: > 3 } && region.All(char.IsAsciiLetterOrDigit);

    private static bool IsReference(string? key) =>
        key is not null && (key.StartsWith("env:", StringComparison.Ordinal) || key.StartsWith("file:", StringComparison.Ordinal));

    // A key that somebody wrote down by mistake is not repeated.
    private static string Shown(string? key) => string.IsNullOrEmpty(key) ? "" : IsReference(key) ? key : "(a text)";

    private static bool HasSecret(string? key)
    {
        try
        {
            return IsReference(key) && SecretReference.Resolve(key!).Length > 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
