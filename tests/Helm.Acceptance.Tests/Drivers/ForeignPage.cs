using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Helm.Acceptance.Tests.Drivers;

/// <summary>What a browser adds by itself when a page makes it send something.</summary>
internal sealed record ForeignPage
{
    public string ContentType { get; init; } = "application/json";

    public string? Origin { get; init; }

    public string? Host { get; init; }

    /// <summary>What Helm says to that.</summary>
    public HttpStatusCode Refusal { get; init; }

    /// <summary>Pages of others: another site, a sandboxed frame, another program's page on this machine, a name that was pointed at loopback, forms.</summary>
    public static IReadOnlyList<ForeignPage> Of(Uri helm) =>
    [
        new() { Origin = "https://elsewhere.example", Refusal = HttpStatusCode.Forbidden },
        new() { Origin = "null", Refusal = HttpStatusCode.Forbidden },
        new() { Origin = $"http://{helm.Host}:{helm.Port + 1}", Refusal = HttpStatusCode.Forbidden },
        new() { Origin = "http://rebound.example", Host = "rebound.example", Refusal = HttpStatusCode.MisdirectedRequest },
        new() { Host = $"rebound.example:{helm.Port}", Refusal = HttpStatusCode.MisdirectedRequest },
        new() { ContentType = "text/plain", Origin = "https://elsewhere.example", Refusal = HttpStatusCode.Forbidden },
        new() { ContentType = "text/plain", Refusal = HttpStatusCode.UnsupportedMediaType },
        new() { ContentType = "application/x-www-form-urlencoded", Refusal = HttpStatusCode.UnsupportedMediaType },
        new() { ContentType = "multipart/form-data", Refusal = HttpStatusCode.UnsupportedMediaType },
    ];

    /// <param name="body">Null reads.</param>
    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpClient browser, string path, JsonObject? body)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path);
        request.Headers.Host = Host;
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString()));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        }

        if (Origin is not null)
        {
            request.Headers.Add("Origin", Origin);
        }

        using var answer = await browser.SendAsync(request, Patience.Stop);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Patience.Stop)));
    }
}
