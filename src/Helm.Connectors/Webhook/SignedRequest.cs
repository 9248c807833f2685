using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Helm.Connectors.Http;
using Helm.Operations.Settings;

namespace Helm.Connectors.Webhook;

/// <summary>A request of which the receiver can tell that it is Helm's and when it was sent: the signature is over <c>TIMESTAMP.BODY</c>.</summary>
internal static class SignedRequest
{
    public static HttpRequestMessage Of(WebhookEndpoint endpoint, string key, JsonObject document, DateTimeOffset now)
    {
        var body = Encoding.UTF8.GetBytes(document.ToJsonString());
        var sentAt = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Helm-Delivery", Uri.EscapeDataString(key));
        request.Headers.Add("X-Helm-Timestamp", sentAt);
        byte[] signed = [.. Encoding.ASCII.GetBytes(sentAt + "."), .. body];
        request.Headers.Add("X-Helm-Signature-256", Signature.Of(signed, SecretReference.Resolve(endpoint.Secret)));
        return request;
    }
}
