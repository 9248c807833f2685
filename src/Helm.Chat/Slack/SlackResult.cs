using System.Net;
using System.Text.Json;

namespace Helm.Chat.Slack;

/// <summary>What Slack answered.</summary>
/// <param name="Body">Null where there is nothing to read.</param>
internal sealed record SlackResult(bool Ok, JsonElement? Body)
{
    /// <summary>Slack's own word, such as <c>channel_not_found</c>.</summary>
    public string? Error { get; init; }

    public bool MayTryAgain { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Slack says with 200 and ok:false what it does not do; another status is trouble on the way.</summary>
    public static async Task<SlackResult> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return new(false, null) { Error = "ratelimited", MayTryAgain = true, RetryAfter = response.Headers.RetryAfter?.Delta };
        }

        if (!response.IsSuccessStatusCode)
        {
            return new(false, null) { Error = $"http_{(int)response.StatusCode}", MayTryAgain = (int)response.StatusCode >= 500 };
        }

        var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
        if (SlackJson.Parse(bytes) is not { ValueKind: JsonValueKind.Object } body || !body.TryGetProperty("ok", out var ok))
        {
            return new(true, null); // uploads and response addresses answer with a word
        }

        JsonElement? answer = body;
        return ok.ValueKind == JsonValueKind.True ? new(true, body)
            : new(false, body) { Error = answer.Text("error") ?? "unknown_error", MayTryAgain = answer.Text("error") is "ratelimited" or "internal_error" or "service_unavailable" };
    }
}
