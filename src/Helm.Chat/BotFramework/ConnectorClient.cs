using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.BotFramework;

/// <summary>Sends activities to the channel: the client side of the Bot Connector API.</summary>
internal sealed partial class ConnectorClient(IHttpClientFactory clients, TimeProvider time, ILogger<ConnectorClient> log)
{
    public const string HttpClientName = "bot-connector";

    private const int Attempts = 4;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>False when the channel did not take it after several attempts; the reason is in the log.</summary>
    public async Task<bool> SendAsync(ConversationReference to, Activity activity, CancellationToken cancellation)
    {
        var address = Address(to);
        var body = ActivityJson.Write(activity);
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await PostAsync(address, body, cancellation);
            if (outcome.Taken)
            {
                LogSent(outcome.Id);
                return true;
            }

            if (!outcome.MayTryAgain || attempt == Attempts)
            {
                LogGivenUp(to.ServiceUrl.Host, to.ServiceUrl.Port, attempt, outcome.Problem);
                return false;
            }

            await Task.Delay(Wait(attempt, outcome.RetryAfter), time, cancellation);
        }
    }

    private static Uri Address(ConversationReference to) => to.Address(to.ActivityId is { } id ? "activities/" + Uri.EscapeDataString(id) : "activities");

    private static TimeSpan Wait(int attempt, TimeSpan? retryAfter)
    {
        var backoff = TimeSpan.FromMilliseconds(250 * (1 << attempt) * (0.5 + Random.Shared.NextDouble()));
        var wait = retryAfter > backoff ? retryAfter.Value : backoff;
        return wait < LongestWait ? wait : LongestWait;
    }

    private async Task<Outcome> PostAsync(Uri address, byte[] body, CancellationToken cancellation)
    {
        try
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
            using var client = clients.CreateClient(HttpClientName);
            using var response = await client.PostAsync(address, content, cancellation);
            return response.IsSuccessStatusCode
                ? new(true) { Id = await IdAsync(response, cancellation) }
                : new(false)
                {
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

    [LoggerMessage(Level = LogLevel.Debug, Message = "The channel took the activity as {Id}")]
    private partial void LogSent(string? id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The channel at {Host}:{Port} did not take an answer after {Attempts} attempts: {Problem}. Is the Emulator still open?")]
    private partial void LogGivenUp(string host, int port, int attempts, string? problem);

    private sealed record Outcome(bool Taken)
    {
        public string? Id { get; init; }

        public string? Problem { get; init; }

        public bool MayTryAgain { get; init; }

        public TimeSpan? RetryAfter { get; init; }
    }
}
