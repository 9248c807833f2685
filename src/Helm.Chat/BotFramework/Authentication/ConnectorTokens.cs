using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Core;
using Azure.Identity;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework.Authentication;

/// <summary>Helm's own token towards the channels: OAuth 2.0 client credentials, or the managed identity of the machine.</summary>
internal sealed class ConnectorTokens(IHttpClientFactory clients, IOptions<BotIdentityOptions> options, TimeProvider time) : IDisposable
{
    public const string HttpClientName = "bot-tokens";

    private const string TenantOfAllBots = "botframework.com";

    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile AccessToken _token = new("", DateTimeOffset.MinValue);

    /// <summary>One at a time asks; whoever waited finds the token that was got.</summary>
    /// <exception cref="HttpRequestException">The authority gives none; the message has its error code, never the secret.</exception>
    public async Task<string> GetAsync(CancellationToken cancellation)
    {
        if (IsFresh)
        {
            return _token.Value;
        }

        await _one.WaitAsync(cancellation);
        try
        {
            if (!IsFresh)
            {
                _token = options.Value.AppType == BotAppType.ManagedIdentity
                    ? await OfMachineAsync(cancellation)
                    : await OfAppAsync(cancellation);
            }

            return _token.Value;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private bool IsFresh => time.GetUtcNow() + RenewBefore < _token.ExpiresAt;

    private async Task<AccessToken> OfAppAsync(CancellationToken cancellation)
    {
        var identity = options.Value;
        var tenant = identity.AppType == BotAppType.SingleTenant ? identity.TenantId : TenantOfAllBots;
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("client_id", identity.AppId),
            new("client_secret", SecretReference.Resolve(identity.AppPassword)),
            new("scope", identity.Scope),
        ]);
        using var client = clients.CreateClient(HttpClientName);
        var asked = time.GetUtcNow();
        using var response = await client.PostAsync(
            new Uri($"{identity.Authority.TrimEnd('/')}/{Uri.EscapeDataString(tenant)}/oauth2/v2.0/token"), form, cancellation);
        var answer = await ReadAsync(response, cancellation);
        return response.IsSuccessStatusCode && answer?.Token is { Length: > 0 } token
            ? new(token, asked.AddSeconds(answer.Seconds))
            : throw new HttpRequestException($"no token for the channel: HTTP {(int)response.StatusCode} {answer?.Error}", null, response.StatusCode);
    }

    private async Task<AccessToken> OfMachineAsync(CancellationToken cancellation)
    {
        try
        {
            var credential = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.Value.AppId));
            var token = await credential.GetTokenAsync(new TokenRequestContext([options.Value.Scope]), cancellation);
            return new(token.Token, token.ExpiresOn);
        }
        catch (AuthenticationFailedException problem)
        {
            throw new HttpRequestException($"no token for the channel: {problem.Message}", problem);
        }
    }

    private static async Task<TokenAnswer?> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<TokenAnswer>(cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record AccessToken(string Value, DateTimeOffset ExpiresAt);

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string? Token,
        [property: JsonPropertyName("expires_in")] int Seconds,
        [property: JsonPropertyName("error")] string? Error);
}
