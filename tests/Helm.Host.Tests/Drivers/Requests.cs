using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Helm.Host.Tests.Drivers;

/// <summary>Requests as programs send them.</summary>
internal static class Requests
{
    public static async Task<HttpResponseMessage> SendAsync(
        this HelmAtWork helm, HttpMethod method, string path, string? body = null, string? contentType = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.Remove("Content-Type");
            if (contentType is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await helm.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static Task<HttpResponseMessage> PostAsync(this HelmAtWork helm, string path, JsonNode body, params (string Name, string Value)[] headers) =>
        helm.SendAsync(HttpMethod.Post, path, body.ToJsonString(), headers: headers);

    public static async Task<JsonNode> AskAsync(this HelmAtWork helm, string text, string conversation = "test")
    {
        using var response = await helm.PostAsync("/api/ask", new JsonObject { ["text"] = text, ["conversation"] = conversation, ["channel"] = "chat" });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }
}
