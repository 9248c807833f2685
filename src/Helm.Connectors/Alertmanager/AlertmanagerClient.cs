using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Helm.Connectors.Http;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Connectors.Alertmanager;

/// <summary>Sends requests to Alertmanager's API, version 2.</summary>
internal sealed class AlertmanagerClient(IHttpClientFactory clients, IOptions<AlertmanagerOptions> options)
{
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, $"{options.Value.Url.TrimEnd('/')}/api/v2/{path}")
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        if (options.Value.ApiToken.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", SecretReference.Resolve(options.Value.ApiToken));
        }

        return await clients.CreateClient(Outside.Client).SendAsync(request, cancellation);
    }

    /// <exception cref="HttpRequestException">It refused.</exception>
    public async Task<JsonNode?> AskAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellation)
    {
        using var response = await SendAsync(method, path, body, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException(await Outside.ReasonAsync(response, cancellation), null, response.StatusCode);
        }

        return response.Content.Headers.ContentType?.MediaType == "application/json" ? await response.Content.ReadFromJsonAsync<JsonNode>(cancellation) : null;
    }
}
