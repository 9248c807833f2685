using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Helm.Acceptance.Tests.Drivers;

/// <summary>As GitHub tells that a work item was closed.</summary>
internal static class GitHubHook
{
    public const string Secret = "the-secret-of-github";

    /// <summary>The status of Helm's answer.</summary>
    public static async Task<int> TellAsync(Uri helm, JsonNode item, string secret = Secret)
    {
        var body = Encoding.UTF8.GetBytes(new JsonObject { ["action"] = "closed", ["issue"] = item.DeepClone() }.ToJsonString());
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(helm, "/api/github/webhook")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-GitHub-Event", "issues");
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)));
        using var answer = await http.SendAsync(request, Patience.Stop);
        return (int)answer.StatusCode;
    }
}
