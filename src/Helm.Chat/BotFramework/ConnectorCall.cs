using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Helm.Chat.BotFramework;

/// <summary>One call of the Bot Connector API, and what became of it.</summary>
internal sealed class ConnectorCall(IHttpClientFactory clients, TimeProvider time)
{
    public const string HttpClientName = "bot-connector";

    public async Task<SendOutcome> MakeAsync(HttpMethod method, Uri address, byte[] body, CancellationToken cancellation)
    {
        try
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
            using var client = clients.CreateClient(HttpClientName);
            using var request = new HttpRequestMessage(method, address) { Content = content };
            using var response = await client.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode
                ? new(true) { Id = await IdAsync(response, cancellation) }
                : new(false)
                {
                    Status = response.StatusCode,
                    Problem = $"HTTP {(int)response.StatusCode}",
                    MayTryAgain = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed
                        or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout,
                    RetryAfter = RetryAfter(response.Headers.RetryAfter),
                };
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException
            || (unreachable is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return new(false) { Problem = unreachable.Message, MayTryAgain = true };
        }
    }

    /// <summary>A channel may answer with an empty body, and owes no id.</summary>
    private static async Task<string?> IdAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            return body.Length == 0 ? null : JsonSerializer.Deserialize<ResourceResponse>(body, ActivityJson.Options)?.Id;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header?.Delta ?? header?.Date - time.GetUtcNow();
}

/// <summary>What became of one attempt to send.</summary>
internal sealed record SendOutcome(bool Taken)
{
    public string? Id { get; init; }

    public HttpStatusCode? Status { get; init; }

    public string? Problem { get; init; }

    public bool MayTryAgain { get; init; }

    public TimeSpan? RetryAfter { get; init; }
}
