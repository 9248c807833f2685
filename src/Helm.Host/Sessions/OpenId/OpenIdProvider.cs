using System.Text.Json;
using Helm.Chat.BotFramework.Authentication;
using Microsoft.Extensions.Options;

namespace Helm.Host.Sessions.OpenId;

/// <summary>What the issuer publishes of itself (OpenID Connect Discovery 1.0), and its keys.</summary>
internal sealed class OpenIdProvider(IHttpClientFactory clients, IOptions<SignInOptions> options, TimeProvider time) : IDisposable
{
    public const string HttpClientName = "open-id";

    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    /// <summary>A stranger who makes up key ids must not make Helm ask for them all the time.</summary>
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Published? _last;

    private string Authority => options.Value.OpenIdConnect.Authority.TrimEnd('/');

    /// <exception cref="OpenIdException">The issuer cannot be asked, or says what it must not.</exception>
    public Task<Published> GetAsync(CancellationToken cancellation) => GetAsync(Kept, cancellation);

    /// <summary>Null when the issuer has no such key; one that it changed is asked for anew.</summary>
    /// <exception cref="OpenIdException">The issuer cannot be asked, or says what it must not.</exception>
    public async Task<SigningKey?> KeyAsync(string id, CancellationToken cancellation) =>
        (await GetAsync(cancellation)).Keys.GetValueOrDefault(id)
        ?? (await GetAsync(BetweenFetches, cancellation)).Keys.GetValueOrDefault(id);

    public void Dispose() => _one.Dispose();

    private async Task<Published> GetAsync(TimeSpan goodFor, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            return _last is { } last && time.GetUtcNow() - last.At < goodFor ? last : _last = await FetchAsync(cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<Published> FetchAsync(CancellationToken cancellation)
    {
        try
        {
            using var client = clients.CreateClient(HttpClientName);
            using var metadata = await ReadAsync(client, new Uri(Authority + "/.well-known/openid-configuration"), cancellation);
            var issuer = Text(metadata, "issuer");
            if (issuer.TrimEnd('/') != Authority)
            {
                throw new OpenIdException($"the issuer calls itself {issuer}, not {Authority}");
            }

            using var keys = await ReadAsync(client, Address(metadata, "jwks_uri"), cancellation);
            return new(issuer, Address(metadata, "authorization_endpoint"), Address(metadata, "token_endpoint"), SigningKey.ReadSet(keys.RootElement), time.GetUtcNow());
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException or UriFormatException
            || (problem is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new OpenIdException($"the issuer {Authority} cannot be asked: {problem.Message}", problem);
        }
    }

    private static async Task<JsonDocument> ReadAsync(HttpClient client, Uri address, CancellationToken cancellation) =>
        JsonDocument.Parse(await client.GetByteArrayAsync(address, cancellation));

    /// <summary>As trustworthy as the address that names it.</summary>
    private Uri Address(JsonDocument metadata, string name)
    {
        var address = new Uri(Text(metadata, name), UriKind.Absolute);
        return address.Scheme == new Uri(Authority).Scheme ? address : throw new OpenIdException($"the issuer's {name} is {address.Scheme}");
    }

    private static string Text(JsonDocument metadata, string name) =>
        metadata.RootElement.ValueKind == JsonValueKind.Object && metadata.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new OpenIdException($"the issuer publishes no {name}");
}

/// <summary>What an issuer publishes.</summary>
internal sealed record Published(string Issuer, Uri Authorization, Uri Token, Dictionary<string, SigningKey> Keys, DateTimeOffset At);

/// <summary>Somebody could not be signed in by the organisation's issuer; the message is for Helm's log.</summary>
internal sealed class OpenIdException(string message, Exception? cause = null) : Exception(message, cause);
