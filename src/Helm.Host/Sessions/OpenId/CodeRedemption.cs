using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Host.Sessions.OpenId;

/// <summary>Gives the issuer a code, and gets an id token for it.</summary>
internal sealed class CodeRedemption(OpenIdProvider provider, IHttpClientFactory clients, IOptions<SignInOptions> options)
{
    /// <exception cref="OpenIdException">The issuer gives none.</exception>
    public async Task<string> RedeemAsync(Attempt attempt, string code, string callback, CancellationToken cancellation)
    {
        using var request = Request((await provider.GetAsync(cancellation)).Token, attempt, code, callback);
        try
        {
            using var client = clients.CreateClient(OpenIdProvider.HttpClientName);
            using var response = await client.SendAsync(request, cancellation);
            return Token(await response.Content.ReadAsByteArrayAsync(cancellation))
                ?? throw new OpenIdException($"the issuer gave no id token: HTTP {(int)response.StatusCode}");
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new OpenIdException($"the code could not be redeemed: {problem.Message}", problem);
        }
    }

    private HttpRequestMessage Request(Uri address, Attempt attempt, string code, string callback)
    {
        var own = options.Value.OpenIdConnect;
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(
            [
                new("grant_type", "authorization_code"),
                new("code", code),
                new("redirect_uri", callback),
                new("client_id", own.ClientId),
                new("code_verifier", attempt.Verifier),
            ]),
        };
        if (own.ClientSecret.Length > 0)
        {
            var secret = $"{Uri.EscapeDataString(own.ClientId)}:{Uri.EscapeDataString(SecretReference.Resolve(own.ClientSecret))}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)));
        }

        return request;
    }

    private static string? Token(byte[] answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("id_token", out var token) && token.ValueKind == JsonValueKind.String
            ? token.GetString()
            : null;
    }
}
