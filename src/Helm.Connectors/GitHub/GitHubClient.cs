using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Helm.Connectors.Http;
using Helm.Operations.Escalation;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Connectors.GitHub;

/// <summary>Sends requests to GitHub's REST API and says what its refusals mean.</summary>
internal sealed class GitHubClient(IHttpClientFactory clients, IOptions<GitHubOptions> options, TimeProvider time)
{
    /// <summary>Null when a single thing is asked for that is not there.</summary>
    public async Task<JsonNode?> AskAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellation)
    {
        using var request = Request(method, path, body);
        using var response = await clients.CreateClient(Outside.Client).SendAsync(request, cancellation);
        if (response.IsSuccessStatusCode)
        {
            return await response.Content.ReadFromJsonAsync<JsonNode>(cancellation);
        }

        var isGone = response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone;
        return isGone && method == HttpMethod.Get && char.IsAsciiDigit(path[^1]) && !path.Contains('?', StringComparison.Ordinal)
            ? null
            : throw await ProblemAsync(response, cancellation);
    }

    private static string? First(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) ? values.FirstOrDefault() : null;

    private HttpRequestMessage Request(HttpMethod method, string path, JsonObject? body)
    {
        var request = new HttpRequestMessage(method, $"{options.Value.ApiUrl.TrimEnd('/')}/{path}")
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", SecretReference.Resolve(options.Value.Token));
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
        request.Headers.UserAgent.ParseAdd("helm-voice");
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        return request;
    }

    private async Task<TrackerException> ProblemAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        // GitHub answers 403 with these headers when its rate limits are reached.
        var limited = response.StatusCode == HttpStatusCode.Forbidden
            && (response.Headers.RetryAfter is not null || First(response, "x-ratelimit-remaining") == "0");
        var wait = Outside.Wait(response, time) ?? (limited ? UntilReset(response) : null);
        return new(await Outside.ReasonAsync(response, cancellation), !limited && !Outside.IsBusy(response.StatusCode), wait);
    }

    private TimeSpan? UntilReset(HttpResponseMessage response) =>
        long.TryParse(First(response, "x-ratelimit-reset"), out var reset)
        && DateTimeOffset.FromUnixTimeSeconds(reset) - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : null;
}
