using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Helm.Connectors.Tests.Drivers;

/// <summary>As much of GitHub's REST API for issues as Helm uses; the official JavaScript client is tested against it too.</summary>
internal sealed class LoopbackGitHub : IAsyncDisposable
{
    public const string Token = "ghp_loopbackloopbackloopback00000000";

    private readonly Lock _lock = new();
    private readonly List<JsonObject> _issues = [];
    private Loopback? _server;

    public Uri Url => _server!.Url;

    public int Created => _issues.Count;

    /// <summary>Answers in the place of the next requests of a method, before or after they took effect.</summary>
    public Queue<(string Method, bool TakesEffect, int Status, string? RetryAfter)> Faults { get; } = [];

    public JsonObject Issue(int number) => _issues[number - 1];

    public static async Task<LoopbackGitHub> StartAsync()
    {
        var github = new LoopbackGitHub();
        github._server = await Loopback.StartAsync((_, http, request) => github.AnswerAsync(http, request));
        return github;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext http, Received request)
    {
        var presented = request.Headers.GetValueOrDefault("Authorization") ?? "";
        if (presented != "Bearer " + Token && presented != "token " + Token)
        {
            await WriteAsync(http, 401, new JsonObject { ["message"] = "Bad credentials" });
            return;
        }

        var fault = Faults.TryPeek(out var next) && next.Method == request.Method ? Faults.Dequeue() : default;
        var answer = fault.Method is not null && !fault.TakesEffect ? (fault.Status, new JsonObject { ["message"] = "fault" }) : Answer(http, request);
        if (fault.Method is not null)
        {
            http.Response.Headers.RetryAfter = fault.RetryAfter ?? "";
            answer = (fault.Status, new JsonObject { ["message"] = "fault" });
        }

        await WriteAsync(http, answer.Item1, answer.Item2);
    }

    private (int, JsonNode) Answer(HttpContext http, Received request)
    {
        var parts = request.Path.Trim('/').Split('/');
        if (parts is not ["repos", "acme", "shop", "issues", ..])
        {
            return (404, new JsonObject { ["message"] = "Not Found" });
        }

        lock (_lock)
        {
            return (request.Method, parts.Length) switch
            {
                ("GET", 4) => (200, List(http.Request.Query)),
                ("POST", 4) => (201, Add(JsonNode.Parse(request.Body)!.AsObject())),
                ("GET", 5) => Find(parts[4]) is { } one ? (200, one.DeepClone()) : (404, new JsonObject { ["message"] = "Not Found" }),
                ("PATCH", 5) => (200, Change(Find(parts[4])!, JsonNode.Parse(request.Body)!.AsObject())),
                ("POST", 6) => (201, Comment(Find(parts[4])!, JsonNode.Parse(request.Body)!.AsObject())),
                ("GET", 6) => (200, Find(parts[4])!["comments_kept"]!.DeepClone()),
                _ => (404, new JsonObject { ["message"] = "Not Found" }),
            };
        }
    }

    private JsonArray List(IQueryCollection query)
    {
        var label = query["labels"].ToString();
        var state = query["state"].ToString();
        var size = int.Parse(query["per_page"].FirstOrDefault() ?? "30", CultureInfo.InvariantCulture);
        var page = int.Parse(query["page"].FirstOrDefault() ?? "1", CultureInfo.InvariantCulture);
        return [.. _issues.AsEnumerable().Reverse()
            .Where(issue => label.Length == 0 || issue["labels"]!.AsArray().Any(one => (string?)one!["name"] == label))
            .Where(issue => state == "all" || (string?)issue["state"] == (state.Length == 0 ? "open" : state))
            .Skip((page - 1) * size).Take(size).Select(issue => issue.DeepClone())];
    }

    private JsonNode Add(JsonObject body)
    {
        var number = _issues.Count + 1;
        _issues.Add(new()
        {
            ["number"] = number,
            ["title"] = body["title"]?.DeepClone(),
            ["body"] = body["body"]?.DeepClone(),
            ["state"] = "open",
            ["html_url"] = $"{Url}acme/shop/issues/{number}",
            ["labels"] = new JsonArray([.. (body["labels"]?.AsArray() ?? []).Select(label => new JsonObject { ["name"] = label!.DeepClone() })]),
            ["assignees"] = new JsonArray([.. (body["assignees"]?.AsArray() ?? []).Select(login => new JsonObject { ["login"] = login!.DeepClone() })]),
            ["comments_kept"] = new JsonArray(),
        });
        return _issues[^1].DeepClone();
    }

    private JsonObject? Find(string number) =>
        int.TryParse(number, CultureInfo.InvariantCulture, out var at) && at >= 1 && at <= _issues.Count ? _issues[at - 1] : null;

    private static JsonNode Change(JsonObject issue, JsonObject body)
    {
        foreach (var (name, value) in body)
        {
            issue[name] = value?.DeepClone();
        }

        return issue.DeepClone();
    }

    private static JsonNode Comment(JsonObject issue, JsonObject body)
    {
        issue["comments_kept"]!.AsArray().Add(body.DeepClone());
        return body.DeepClone();
    }

    private static Task WriteAsync(HttpContext http, int status, JsonNode body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(body.ToJsonString());
    }
}
