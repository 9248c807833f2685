using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework.Authentication;

/// <summary>The keys that the channels publish, fetched when first needed and kept for a day.</summary>
internal sealed partial class SigningKeys(
    IHttpClientFactory clients, IOptions<BotIdentityOptions> options, TimeProvider time, ILogger<SigningKeys> log) : IDisposable
{
    public const string HttpClientName = "bot-signing-keys";

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>A stranger who makes up key ids must not make Helm ask for them all the time.</summary>
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Fetched _last = new([], DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    /// <summary>Null when the channels have no such key, or their keys cannot be fetched.</summary>
    public async Task<SigningKey?> FindAsync(string id, CancellationToken cancellation)
    {
        if (Known(id) is { } known)
        {
            return known;
        }

        await _one.WaitAsync(cancellation);
        try
        {
            if (Known(id) is null && time.GetUtcNow() - _last.TriedAt >= BetweenFetches)
            {
                _last = await FetchAsync(cancellation);
            }

            return Known(id);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private SigningKey? Known(string id) =>
        time.GetUtcNow() - _last.At < Kept ? _last.Keys.GetValueOrDefault(id) : null;

    private async Task<Fetched> FetchAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        try
        {
            using var client = clients.CreateClient(HttpClientName);
            using var metadata = await ReadAsync(client, new Uri(options.Value.OpenIdMetadata), cancellation);
            using var keys = await ReadAsync(client, KeysAddress(metadata.RootElement), cancellation);
            return new(SigningKey.ReadSet(keys.RootElement), now, now);
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException or UriFormatException
            || (problem is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            LogNotFetched(options.Value.OpenIdMetadata, problem.Message);
            return _last with { TriedAt = now };
        }
    }

    private static async Task<JsonDocument> ReadAsync(HttpClient client, Uri address, CancellationToken cancellation) =>
        JsonDocument.Parse(await client.GetByteArrayAsync(address, cancellation));

    /// <summary>Keys come over a connection that is as trustworthy as that of the address which names them.</summary>
    private Uri KeysAddress(JsonElement metadata)
    {
        var text = metadata.ValueKind == JsonValueKind.Object && metadata.TryGetProperty("jwks_uri", out var uri) ? uri.GetString() : null;
        var address = new Uri(text ?? throw new JsonException("the metadata has no jwks_uri"), UriKind.Absolute);
        return address.Scheme == new Uri(options.Value.OpenIdMetadata).Scheme
            ? address
            : throw new JsonException($"the metadata's jwks_uri is {address.Scheme}");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The signing keys of the channels cannot be fetched from {Address}, so their messages are refused: {Problem}")]
    private partial void LogNotFetched(string address, string problem);

    private sealed record Fetched(Dictionary<string, SigningKey> Keys, DateTimeOffset At, DateTimeOffset TriedAt);
}
