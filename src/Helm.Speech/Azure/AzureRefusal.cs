using System.Net;
using System.Net.Http.Headers;
using Helm.Speech.Engines;

namespace Helm.Speech.Azure;

/// <summary>What Azure Speech's ways to say no mean, and what to do about each.</summary>
internal static class AzureRefusal
{
    /// <summary>A close of its own for too many requests, beside those of the WebSocket standard.</summary>
    public const int ThrottledClose = 4429;

    // A wrong key does not become right by itself.
    private static readonly TimeSpan UntilSomebodyActs = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan UsualThrottling = TimeSpan.FromMinutes(1);

    public static SpeechEngineException Of(HttpStatusCode status, TimeSpan? retryAfter) => status switch
    {
        HttpStatusCode.Unauthorized => new(
            "Azure Speech refuses the key (401). Correct Helm:Speech:Azure:Key, and see that Region or Host belongs to the same resource.", UntilSomebodyActs),
        HttpStatusCode.Forbidden => new(
            "Azure Speech forbids it (403): the key is of another region, the resource's network rules shut this machine out, or its quota is used up. Look at the resource in the Azure portal.",
            UntilSomebodyActs),
        HttpStatusCode.TooManyRequests => Throttled(retryAfter),
        HttpStatusCode.NotFound => new(
            "Azure Speech is not at this address (404). Correct Helm:Speech:Azure:Region, Host, TranscriptionHost or SynthesisHost.", UntilSomebodyActs),
        HttpStatusCode.BadRequest => new(
            "Azure Speech does not take the request (400). See that Helm:Speech:Azure:Language and Voice name a language and a voice that it has.", UntilSomebodyActs),
        _ => new($"Azure Speech answers {(int)status}. It is tried again later."),
    };

    public static SpeechEngineException OfClose(int status, string? description) =>
        status == ThrottledClose || IsThrottling(description) ? Throttled(null)
        : new($"Azure Speech broke off in the middle of a sentence (close {status}). It is tried again later.");

    public static SpeechEngineException Unreachable(Uri address, string reason) => new(
        $"Azure Speech cannot be reached at {address.Host}:{address.Port} ({reason}). See that the name is right and that this machine may go there.");

    public static SpeechEngineException Dropped() => new("The connection to Azure Speech was lost. It is tried again later.");

    public static SpeechEngineException Silent(TimeSpan patience) => new(
        $"Azure Speech did not answer within {patience.TotalSeconds:0.#} seconds (Helm:Speech:Azure:Patience).");

    public static SpeechEngineException Unintelligible() => new("Azure Speech answered in a form that Helm does not know. It is tried again later.");

    public static TimeSpan? RetryAfter(HttpResponseHeaders headers) => headers.RetryAfter?.Delta;

    private static SpeechEngineException Throttled(TimeSpan? retryAfter) => new(
        $"Azure Speech throttles: too many requests for the resource's tier. It is left alone for {(retryAfter ?? UsualThrottling).TotalSeconds:0} seconds.",
        retryAfter ?? UsualThrottling);

    private static bool IsThrottling(string? description) =>
        description?.Contains("quota", StringComparison.OrdinalIgnoreCase) == true
        || description?.Contains("throttl", StringComparison.OrdinalIgnoreCase) == true
        || description?.Contains("too many requests", StringComparison.OrdinalIgnoreCase) == true;
}
