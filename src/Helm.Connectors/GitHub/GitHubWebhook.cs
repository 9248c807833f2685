using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Helm.Connectors.Http;
using Helm.Operations.Escalation;
using Helm.Operations.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Helm.Connectors.GitHub;

/// <summary><c>POST /api/github/webhook</c>: GitHub tells that a work item was closed. Only what carries its signature is read.</summary>
internal static partial class GitHubWebhook
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/github/webhook", ReceiveAsync)
            .WithName("GitHubWebhook").WithSummary("GitHub's webhook for issues, with X-Hub-Signature-256.").WithTags("Connectors")
            .Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status401Unauthorized);

    private static async Task<IResult> ReceiveAsync(HttpContext http, FixVerification verification, IOptions<GitHubOptions> options)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (!Signature.Matches(http.Request.Headers["X-Hub-Signature-256"], body.ToArray(), SecretReference.Resolve(options.Value.WebhookSecret)))
        {
            return Results.Problem(
                "The signature X-Hub-Signature-256 does not fit the body. Set the same secret in GitHub and in Helm:Connectors:GitHub:WebhookSecret.",
                statusCode: StatusCodes.Status401Unauthorized, title: "Signature needed");
        }

        if (http.Request.Headers["X-GitHub-Event"] == "issues" && Closed(body.ToArray()) is var (issueId, url))
        {
            await verification.BeginAsync(issueId, url, http.RequestAborted);
        }

        return Results.Accepted();
    }

    /// <summary>The issue that the closed work item is about, and its address; null for anything else.</summary>
    private static (string IssueId, string Url)? Closed(byte[] body)
    {
        try
        {
            var document = JsonNode.Parse(body);
            return (string?)document?["action"] == "closed"
                && document["issue"] is { } item
                && Title().Match((string?)item["title"] ?? "") is { Success: true } match
                && (string?)item["html_url"] is { } url
                ? (match.Groups[1].Value, url)
                : null;
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^\[HELM-([a-z]+-\d{1,9})\]")]
    private static partial Regex Title();
}
