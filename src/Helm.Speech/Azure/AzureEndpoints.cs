namespace Helm.Speech.Azure;

/// <summary>The addresses of Azure Speech: of a region, a private endpoint or a container.</summary>
internal sealed class AzureEndpoints(AzureSpeechOptions options)
{
    private const string PrivateEndpoint = ".cognitiveservices.azure.";

    /// <summary>Streaming speech to text, over WebSocket.</summary>
    public Uri Recognition => WebSocket(Under(
        options.TranscriptionHost ?? options.Host ?? $"https://{options.Region}.stt.speech{Suffix(options.Region)}",
        "stt",
        $"speech/recognition/conversation/cognitiveservices/v1?language={Uri.EscapeDataString(options.Language)}&format=detailed"));

    public Uri Synthesis => Under(SynthesisHost, "tts", "cognitiveservices/v1");

    public Uri Voices => Under(SynthesisHost, "tts", "cognitiveservices/voices/list");

    /// <summary>Takes a key for a token; costs nothing, so it also tells whether a key is right.</summary>
    public Uri Token => new(
        new Uri(options.Host ?? $"https://{options.Region}.api.cognitive{CognitiveSuffix(options.Region)}"), "sts/v1.0/issueToken");

    /// <summary>Where a container says that it is ready.</summary>
    public static Uri Ready(string host) => new(new Uri(host), "ready");

    private string SynthesisHost => options.SynthesisHost ?? options.Host ?? $"https://{options.Region}.tts.speech{Suffix(options.Region)}";

    /// <summary>All services of a private endpoint share its name; the path tells them apart.</summary>
    private static Uri Under(string host, string service, string path)
    {
        var address = new Uri(host);
        return new Uri(address, address.Host.Contains(PrivateEndpoint, StringComparison.OrdinalIgnoreCase) ? $"{service}/{path}" : path);
    }

    private static Uri WebSocket(Uri address) =>
        new UriBuilder(address) { Scheme = address.Scheme == Uri.UriSchemeHttp ? Uri.UriSchemeWs : Uri.UriSchemeWss }.Uri;

    private static string Suffix(string? region) =>
        IsOf(region, "china") ? ".azure.cn" : IsOf(region, "usgov") ? ".azure.us" : ".microsoft.com";

    private static string CognitiveSuffix(string? region) =>
        IsOf(region, "china") ? ".azure.cn" : IsOf(region, "usgov") ? ".microsoft.us" : ".microsoft.com";

    private static bool IsOf(string? region, string cloud) => region?.StartsWith(cloud, StringComparison.OrdinalIgnoreCase) == true;
}
