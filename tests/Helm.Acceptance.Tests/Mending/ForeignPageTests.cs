using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Helm.Acceptance.Tests.Drivers;

namespace Helm.Acceptance.Tests.Mending;

/// <summary>Where the local owner may approve without a token, as in the demo, a page of somebody else in his browser may not.</summary>
public sealed class ForeignPageTests
{
    [Fact]
    public async Task No_page_of_another_origin_no_name_that_was_rebound_and_no_form_approves_or_wishes_anything()
    {
        await using var company = await MendingHelm.CompanyAsync();
        using var folder = MendingHelm.Folder(company);
        folder.Settings["Helm:Security:RoleWithoutToken"] = "Administrator"; // QuestionsWithoutToken stands in the folder's settings already
        folder.SetVariable("DOTNET_ENVIRONMENT", "Development"); // in the Production environment such a Helm does not start
        await using var helm = await HelmProcess.StartAsync(folder);
        await Patience.UntilAsync("the names of what is deployed", () => helm.Api.GetAsync("api/vocabulary"), names => names.ToJsonString().Contains("\"web\"", StringComparison.Ordinal));
        using var browser = new HttpClient { BaseAddress = helm.Address };
        var asked = (await SendAsync(browser, Ask("/helm:remediate web --action=restart --env=staging"), new())).Body["pending"]!;
        Sent[] wishes =
        [
            new($"api/plans/{asked["plan_id"]}/approve", new() { ["plan_hash"] = (string?)asked["plan_hash"] }),
            new($"api/plans/{asked["plan_id"]}/reject", new() { ["plan_hash"] = (string?)asked["plan_hash"] }),
            Ask("yes"),
            new("api/actions", new() { ["action"] = "restart", ["target"] = "api-lambda", ["environment"] = "staging", ["reason"] = "to see" }),
        ];

        foreach (var page in Pages(helm.Address))
        {
            foreach (var wish in wishes)
            {
                Assert.Equal((page, page.Refusal), (page, (await SendAsync(browser, wish, page)).Status));
            }
        }

        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await ReadAsync(browser, wishes[0].Path, "rebound.example")).StatusCode); // not even the hash is told
        Assert.Equal("pending", (string?)(await helm.Api.GetAsync($"api/plans/{asked["plan_id"]}"))["status"]);
        Assert.Empty(await company.MutationsAsync());

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(browser, wishes[0], new())).Status);
        await Patience.UntilAsync("the owner's yes is carried out", () => company.MutationsAsync(), sent => sent is ["ecs:UpdateService"]);
    }

    /// <summary>What a browser adds by itself when a foreign page makes it send something, and what Helm says to that.</summary>
    private static IEnumerable<Page> Pages(Uri helm) =>
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

    private static Sent Ask(string text) => new("api/ask", new() { ["text"] = text, ["conversation"] = "page" });

    private static async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(HttpClient browser, Sent wish, Page page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, wish.Path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(wish.Body.ToJsonString())) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(page.ContentType);
        request.Headers.Host = page.Host;
        if (page.Origin is { } origin)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await browser.SendAsync(request, Patience.Stop);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Patience.Stop))!);
    }

    private static Task<HttpResponseMessage> ReadAsync(HttpClient browser, string path, string host)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path[..path.LastIndexOf('/')]);
        request.Headers.Host = host;
        return browser.SendAsync(request, Patience.Stop);
    }

    private sealed record Sent(string Path, JsonObject Body);

    private sealed record Page
    {
        public string ContentType { get; init; } = "application/json";

        public string? Origin { get; init; }

        public string? Host { get; init; }

        public HttpStatusCode Refusal { get; init; }
    }
}
