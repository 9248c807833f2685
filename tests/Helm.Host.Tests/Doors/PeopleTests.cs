using System.Net;
using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;
using Helm.Operations.People;

namespace Helm.Host.Tests.Doors;

public sealed class PeopleTests
{
    private static readonly JsonObject AsAlice = new() { ["text"] = "status", ["person"] = "alice" };

    [Fact]
    public async Task Somebody_without_the_token_asks_as_a_viewer_and_the_owner_as_administrator()
    {
        await using var helm = await HelmAtWork.StartAsync();
        using var anonymous = await helm.PostAsync("/api/ask", new JsonObject { ["text"] = "status" });
        using var owner = await helm.PostAsync("/api/ask", new JsonObject { ["text"] = "status" }, ("Authorization", $"Bearer {helm.Token}"));

        Assert.Equal([Role.Viewer, Role.Administrator], helm.Turns.Heard.Select(heard => heard.Person.Role));
        Assert.Equal(["local:anonymous", "local:owner"], helm.Turns.Heard.Select(heard => heard.Person.Id));
    }

    [Fact]
    public async Task Questions_need_the_token_unless_the_operator_says_otherwise()
    {
        await using var helm = await HelmAtWork.StartAsync("Helm:Security:QuestionsWithoutToken=false");
        using var anonymous = await helm.PostAsync("/api/ask", new JsonObject { ["text"] = "status" });
        using var status = await helm.SendAsync(HttpMethod.Get, "/api/status");
        using var alive = await helm.SendAsync(HttpMethod.Get, "/healthz");

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK], new[] { anonymous.StatusCode, status.StatusCode, alive.StatusCode });
        Assert.Empty(helm.Turns.Heard);
    }

    [Fact]
    public async Task A_named_person_counts_only_from_the_owner_or_in_the_demo()
    {
        await using var helm = await HelmAtWork.StartAsync("Helm:People:0:Id=api:alice", "Helm:People:0:Role=Approver");
        using var refused = await helm.PostAsync("/api/ask", AsAlice);
        using var owner = await helm.PostAsync("/api/ask", AsAlice, ("Authorization", $"Bearer {helm.Token}"));
        await using var demo = await HelmAtWork.StartAsync("Helm:Security:PersonInRequest=true", "Helm:Security:UnknownPersonRole=Viewer");
        using var unknown = await demo.PostAsync("/api/ask", AsAlice);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(new Person("api:alice", "api:alice", Role.Approver), helm.Turns.Heard.Single().Person);
        Assert.Equal(new Person("api:alice", "api:alice", Role.Viewer), demo.Turns.Heard.Single().Person);
    }

    [Fact]
    public async Task Nobody_becomes_the_owner_by_naming_him()
    {
        await using var demo = await HelmAtWork.StartAsync("Helm:Security:PersonInRequest=true", "Helm:Security:UnknownPersonRole=Viewer");
        using var response = await demo.PostAsync("/api/ask", new JsonObject { ["text"] = "status", ["person"] = "local:owner" });

        Assert.Equal(Role.Viewer, demo.Turns.Heard.Single().Person.Role);
    }
}
