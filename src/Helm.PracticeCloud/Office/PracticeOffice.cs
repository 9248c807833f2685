using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Helm.PracticeCloud.Office;

/// <summary>The people of the practice company: whoever is on call, and the developers with their work items.</summary>
public sealed class PracticeOffice
{
    /// <summary>As in GitHub: owner and name.</summary>
    public const string Repository = "practice/shop";

    /// <summary>What both sides know: Helm's token here, and the key of what either signs.</summary>
    public string Secret { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    /// <summary>Where the developers' tracker tells that a work item was closed; null for nowhere.</summary>
    public Uri? Webhook { get; set; }

    /// <summary>What happens in the office, for whoever looks on.</summary>
    public Action<string> Tell { get; set; } = _ => { };

    internal WorkItems Items { get; } = new();

    /// <summary>In the form of GitHub's: <c>sha256=HEX</c>.</summary>
    public static string Signature(ReadOnlySpan<byte> body, string secret) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    /// <summary>As GitHub does it: an event "issues" with the action "closed", signed.</summary>
    internal async Task TellClosedAsync(JsonObject item, CancellationToken cancellation)
    {
        if (Webhook is null)
        {
            return;
        }

        var body = Encoding.UTF8.GetBytes(new JsonObject { ["action"] = "closed", ["issue"] = item.DeepClone() }.ToJsonString());
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Webhook) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-GitHub-Event", "issues");
        request.Headers.Add("X-Hub-Signature-256", Signature(body, Secret));
        using var answer = await http.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
    }
}
