using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors;

/// <summary>Audits, discovery and news over HTTP, against the practice cloud.</summary>
public sealed class AuditDoorTests(HelmAtTheCompany company) : IClassFixture<HelmAtTheCompany>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cost", "spend")]
    [InlineData("security", "findings")]
    [InlineData("compliance", "rules")]
    public async Task An_audit_is_made_kept_and_told_in_every_form(string type, string part)
    {
        var (status, made) = await PostAsync(new { type, environment = "production", wait_seconds = 60 });

        Assert.Equal((HttpStatusCode.OK, "complete", "prod"), (status, (string?)made["status"], (string?)made["environment"]));
        Assert.NotNull(made[type]);
        Assert.Contains(made["parts"]!.AsArray(), one => (string?)one!["name"] == part && (string?)one["status"] == "read");
        var id = (string)made["audit_id"]!;
        Assert.Equal(made.ToJsonString(), (await GetAsync($"/api/audits/{id}")).ToJsonString());
        Assert.Equal(id, (string?)(await GetAsync($"/api/audits?type={type}&environment=prod&top=1"))["audits"]![0]!["audit_id"]);
        Assert.DoesNotMatch("[0-9%$]", await company.Helm.Http.GetStringAsync($"/api/audits/{id}?format=voice", Cancellation));
    }

    [Fact]
    public async Task It_is_asked_for_in_words_and_the_words_tell_the_numbers_of_the_report()
    {
        var told = await company.Helm.AskAsync("run a security audit of production", "auditing");

        Assert.Equal(("audit", 56), ((string?)told["intent"], (int?)told["data"]!["audits"]![0]!["security"]!["score"]));
        Assert.Contains("Score 56 of 100", (string)told["text"]!, StringComparison.Ordinal);
        Assert.Contains("fifty-six", (string)told["speech"]!, StringComparison.Ordinal);
        Assert.NotNull(told["card"]);
    }

    [Theory]
    [InlineData("""{"type":"karma","environment":"prod"}""", "cost, security or compliance")]
    [InlineData("""{"type":"cost"}""", "environment is missing")]
    [InlineData("""{"type":"cost","environment":"moon"}""", "Known:")]
    [InlineData("""{"type":"cost","environment":"prod","from":"2026-01-02"}""", "together")]
    [InlineData("""{"type":"cost","environment":"prod","from":"2026-01-02","to":"2026-01-02"}""", "after from")]
    [InlineData("""{"type":"cost","environment":"prod","wait_seconds":600}""", "0 to 60")]
    public async Task What_cannot_be_audited_is_refused_with_what_would_do(string body, string says)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var response = await company.Helm.Http.PostAsync("/api/audits", content, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(says, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discovery_marks_what_is_registered_and_proposes_the_rest_in_the_registry_format()
    {
        var found = await GetAsync("/api/discover?environment=prod");

        Assert.Empty(found["problems"]!.AsArray());
        Assert.Equal(["shop-api", "partner-api", "nightly-report"], found["found"]!.AsArray().Where(one => one!["registered_in"] is null).Select(one => (string?)one!["name"]));
        Assert.Equal(("discovered-prod-infrastructure", "apigateway apigatewayv2 lambda"), Proposed(found));
        Assert.Equal(("discovered-prod-infrastructure", "apigateway"), Proposed(await GetAsync("/api/discover?environment=prod&tag=team=shop")));
        Assert.Equal(("discovered-prod-infrastructure", "lambda"), Proposed(await GetAsync("/api/discover?environment=prod&tag=team=reporting")));
        Assert.Empty((await GetAsync("/api/discover?environment=prod&tag=team=nobody"))["found"]!.AsArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await company.Helm.Http.GetAsync("/api/discover", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_metric_is_told_with_where_it_goes_and_a_picture()
    {
        var told = await company.Helm.AskAsync("what is the error rate of the api lambda in production", "trend");

        var line = told["data"]!["values"]![0]!;
        Assert.Matches("^(rising|falling|steady)$", (string)line["trend"]!["direction"]!);
        Assert.True(line["history"]!.AsArray().Count >= 30);
        Assert.Matches("[▁▂▃▄▅▆▇█]{8,}", (string)told["text"]!);
        Assert.DoesNotMatch("[▁▂▃▄▅▆▇█0-9%]", (string)told["speech"]!);
        Assert.StartsWith("data:image/png;base64,", (string?)told["card"]!["picture"]!["data_uri"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_to_be_told_is_promised_it_and_may_take_it_back()
    {
        var made = await company.Helm.AskAsync("tell me when production is back", "waiting");
        var listed = await company.Helm.AskAsync("what did I ask you to tell me", "waiting");
        var ended = await company.Helm.AskAsync("stop telling me", "waiting");
        var none = await company.Helm.AskAsync("what did I ask you to tell me", "waiting");

        Assert.StartsWith("I'll tell you here, once, when production is back.", (string)made["text"]!, StringComparison.Ordinal);
        Assert.Contains("production is back", (string)listed["text"]!, StringComparison.Ordinal);
        Assert.StartsWith("Then I won't tell you", (string)ended["text"]!, StringComparison.Ordinal);
        Assert.StartsWith("I have not promised", (string)none["text"]!, StringComparison.Ordinal);
        Assert.Empty((await GetAsync("/api/news?conversation=waiting"))["news"]!.AsArray());
    }

    /// <summary>The only entry that is proposed: its id, and of which types its resources are.</summary>
    private static (string? Id, string Types) Proposed(JsonNode discovery)
    {
        var entry = Assert.Single(discovery["proposed"]!["deployments"]!.AsArray())!;
        return ((string?)entry["id"], string.Join(' ', entry["resources"]!.AsArray().Select(one => (string?)one!["type"])));
    }

    private async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await company.Helm.Http.GetStringAsync(path, Cancellation))!;

    private async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(object body)
    {
        var response = await company.Helm.Http.PostAsJsonAsync("/api/audits", body, Cancellation);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!);
    }
}
