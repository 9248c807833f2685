using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Helm.Operations.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helm.Chat.Slack;

/// <summary>Calls Slack's Web API, in forms as Slack's own clients do, because not every method takes JSON.</summary>
internal sealed partial class SlackApi(
    IHttpClientFactory clients, SlackAddresses addresses, IOptions<SlackOptions> options, TimeProvider time, ILogger<SlackApi> log)
{
    public const string HttpClientName = "slack";

    private const int Attempts = 4;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public Task<SlackResult> CallAsync(string method, JsonObject arguments, CancellationToken cancellation) =>
        CallAsync(method, arguments, options.Value.BotToken, cancellation);

    /// <summary>A socket's address is asked for with the app's own token.</summary>
    public Task<SlackResult> OpenSocketAsync(CancellationToken cancellation) =>
        CallAsync("apps.connections.open", [], options.Value.AppToken, cancellation);

    /// <summary>To an address that came with a request: without a token, since it is a permission by itself.</summary>
    public async Task<bool> RespondAsync(Uri address, JsonObject body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = SlackBody.Json(body) };
        return (await SendAsync(request, cancellation)).Ok;
    }

    public async Task<bool> UploadAsync(Uri address, byte[] bytes, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(bytes) };
        return (await SendAsync(request, cancellation)).Ok;
    }

    private async Task<SlackResult> CallAsync(string method, JsonObject arguments, string token, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, addresses.Method(method)) { Content = SlackBody.Form(arguments) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", SecretReference.Resolve(token));
            var result = await SendAsync(request, cancellation);
            if (result.Ok || !result.MayTryAgain || attempt == Attempts)
            {
                LogResult(result.Ok ? LogLevel.Debug : LogLevel.Information, method, result.Error ?? "ok", attempt);
                return result;
            }

            var wait = result.RetryAfter ?? TimeSpan.FromMilliseconds(250 << attempt);
            await Task.Delay(wait < LongestWait ? wait : LongestWait, time, cancellation);
        }
    }

    private async Task<SlackResult> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            using var client = clients.CreateClient(HttpClientName);
            using var response = await client.SendAsync(request, cancellation);
            return await SlackResult.ReadAsync(response, cancellation);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException || (unreachable is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return new(false, null) { Error = "unreachable", MayTryAgain = true };
        }
    }

    [LoggerMessage(Message = "Slack: {Method} {Outcome} at attempt {Attempt}")]
    private partial void LogResult(LogLevel level, string method, string outcome, int attempt);
}
