using System.Text.Json.Nodes;
using Helm.Operations.Escalation;
using Microsoft.Extensions.Options;

namespace Helm.Connectors.GitHub;

/// <summary>Work items as issues of a GitHub repository, through its REST API (version 2022-11-28).</summary>
internal sealed class GitHubTracker(GitHubClient github, IOptions<GitHubOptions> options) : IWorkItemTracker
{
    private const string Label = "helm-escalation";
    private const int PageSize = 100;
    private const int MostPages = 10;

    private string Issues => $"repos/{options.Value.Repository}/issues";

    /// <summary>By listing, newest first: the search index lags behind by minutes, and a crash is repeated within seconds.</summary>
    public async Task<TrackedItem?> FindAsync(string marker, CancellationToken cancellation)
    {
        for (var page = 1; page <= MostPages; page++)
        {
            var found = (await github.AskAsync(HttpMethod.Get, FormattableString.Invariant($"{Issues}?labels={Label}&state=all&per_page={PageSize}&page={page}"), null, cancellation))!.AsArray();
            if (found.FirstOrDefault(issue => ((string?)issue!["body"])?.Contains($"<!-- {marker} -->", StringComparison.Ordinal) == true) is { } same)
            {
                return Item(same);
            }

            if (found.Count < PageSize)
            {
                return null;
            }
        }

        return null;
    }

    public async Task<TrackedItem> CreateAsync(WorkItem item, CancellationToken cancellation)
    {
        var body = new JsonObject
        {
            ["title"] = item.Title,
            ["body"] = item.Body,
            ["labels"] = new JsonArray([.. item.Labels.Select(label => JsonValue.Create(label))]),
            ["assignees"] = new JsonArray([.. item.Assignees.Select(assignee => JsonValue.Create(assignee))]),
        };
        return Item((await github.AskAsync(HttpMethod.Post, Issues, body, cancellation))!);
    }

    public async Task<TrackedItem?> LookAsync(string url, CancellationToken cancellation) =>
        await github.AskAsync(HttpMethod.Get, PathOf(url), null, cancellation) is { } issue ? Item(issue) : null;

    public async Task CommentAsync(string url, string text, CancellationToken cancellation) =>
        await github.AskAsync(HttpMethod.Post, PathOf(url) + "/comments", new JsonObject { ["body"] = text }, cancellation);

    public async Task ReopenAsync(string url, string reason, CancellationToken cancellation)
    {
        await github.AskAsync(HttpMethod.Patch, PathOf(url), new JsonObject { ["state"] = "open" }, cancellation);
        await CommentAsync(url, reason, cancellation);
    }

    private static TrackedItem Item(JsonNode issue) => new((string)issue["html_url"]!, (string?)issue["state"] == "closed");

    private string PathOf(string url) => $"{Issues}/{url[(url.LastIndexOf('/') + 1)..]}";
}
