using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors;

public sealed class RealAnswerTests(HelmAtTheCompany company) : IClassFixture<HelmAtTheCompany>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Status_is_the_same_in_words_on_every_door()
    {
        var emulator = await ReplyAsync(company.Emulator.Message("status of production", "status"));
        var api = await company.Helm.AskAsync("status of production", "status");
        var byAddress = JsonNode.Parse(await company.Helm.Http.GetStringAsync("/api/status?environment=prod", Cancellation))!;

        Assert.Equal("status_query", (string?)api["intent"]);
        Assert.Equal("/helm:status --env=prod", (string?)api["command"]);
        Assert.Equal((string?)api["data"]!["overall_health"], (string?)byAddress["overall_health"]);
        Assert.True((string?)byAddress["overall_health"] is "DEGRADED" or "UNHEALTHY");
        Assert.NotEmpty((string)emulator["text"]!);
        Assert.NotEmpty((string)emulator["speak"]!);
        Assert.DoesNotMatch("[0-9%]", (string)emulator["speak"]!);
    }

    [Fact]
    public async Task The_issues_come_as_a_card_whose_button_says_what_comes_next()
    {
        var issues = await ReplyAsync(company.Emulator.Message("what issues do we have", "issues"));
        var card = issues["attachments"]![0]!["content"]!;
        var says = (string)card["actions"]![0]!["data"]!["says"]!;
        var pressed = company.Emulator.Activity("message", "issues");
        pressed["value"] = new JsonObject { ["says"] = says };
        var next = await ReplyAsync(pressed);

        var said = await ReplyAsync(company.Emulator.Message(says, "said"));

        Assert.Equal("AdaptiveCard", (string?)card["type"]);
        Assert.NotEmpty((string)next["text"]!);
        Assert.Equal((string?)said["text"], (string?)next["text"]);
        Assert.Equal((string?)said["speak"], (string?)next["speak"]);
    }

    [Fact]
    public async Task The_dashboard_of_every_format_comes_by_address_and_as_a_card()
    {
        var json = JsonNode.Parse(await company.Helm.Http.GetStringAsync("/api/dashboard?environment=prod&format=json", Cancellation))!;
        var text = await company.Helm.Http.GetStringAsync("/api/dashboard?environment=prod&format=text", Cancellation);
        var voice = await company.Helm.Http.GetStringAsync("/api/dashboard?environment=prod&format=voice", Cancellation);
        var reply = await ReplyAsync(company.Emulator.Message("show me the dashboard for production", "dashboard"));

        Assert.Equal("prod", (string?)json["environment"]);
        Assert.Contains("HELM DASHBOARD", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9%]", voice);
        Assert.Equal("AdaptiveCard", (string?)reply["attachments"]![0]!["content"]!["type"]);
    }

    [Fact]
    public async Task An_issue_is_served_whole_with_the_terms_of_its_priority()
    {
        var list = JsonNode.Parse(await company.Helm.Http.GetStringAsync("/api/issues?environment=production&severity=critical", Cancellation))!;
        var id = (string)list["issues"]![0]!["issue_id"]!;
        var issue = JsonNode.Parse(await company.Helm.Http.GetStringAsync($"/api/issues/{id}", Cancellation))!;
        var terms = issue["priority_terms"]!.AsArray();

        Assert.Equal(
            ["issue_id", "domain", "environment", "severity", "priority", "status", "detection", "resource", "issue", "impact", "root_cause",
             "remediation", "timeline", "escalation", "related_issues", "metadata", "priority_terms"],
            issue.AsObject().Select(field => field.Key));
        Assert.Equal((int)issue["priority"]!, (int)Math.Floor((double)terms[^1]!["running_total"]!));
    }

    [Fact]
    public async Task In_a_group_the_mention_is_no_part_of_the_question()
    {
        var message = company.Emulator.Message("<at>Helm</at> status of staging", "group");
        message["conversation"]!["isGroup"] = true;
        message["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["mentioned"] = new JsonObject { ["id"] = "bot1", ["name"] = "Helm" },
            ["text"] = "<at>Helm</at>",
        });

        Assert.Contains("Staging", (string)(await ReplyAsync(message))["text"]!, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_new_conversation_is_greeted_with_what_can_be_asked()
    {
        var joined = company.Emulator.Activity("conversationUpdate", "new");
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "u1" }, new JsonObject { ["id"] = "bot1" });

        Assert.NotEmpty((string)(await ReplyAsync(joined))["text"]!);
    }

    [Fact]
    public async Task The_creating_side_registers_a_deployment_and_has_it_checked()
    {
        var token = ("Authorization", $"Bearer {company.Helm.Token}");
        var deployment = new JsonObject
        {
            ["id"] = "deploy-new",
            ["domain"] = "infrastructure",
            ["environment"] = "prod",
            ["deployed_at"] = "2025-11-03T10:30:00Z",
            ["resources"] = new JsonArray(new JsonObject { ["type"] = "lambda", ["name"] = "no-such-function" }),
        };
        using var created = await company.Helm.PostAsync("/api/deployments", deployment, token);
        using var report = await company.Helm.PostAsync("/api/health-checks", new JsonObject { ["deployment_id"] = "deploy-new", ["timeout"] = "30s" }, token);
        using var removed = await company.Helm.SendAsync(HttpMethod.Delete, "/api/deployments/deploy-new", headers: token);

        Assert.Equal(201, (int)created.StatusCode);
        Assert.NotEqual("HEALTHY", (string?)JsonNode.Parse(await report.Content.ReadAsStringAsync(Cancellation))!["status"]);
        Assert.Equal(204, (int)removed.StatusCode);
    }

    private async Task<JsonNode> ReplyAsync(JsonObject activity)
    {
        activity["deliveryMode"] = "expectReplies";
        using var response = await company.Helm.PostAsync("/api/messages", activity);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["activities"]![0]!;
    }
}
