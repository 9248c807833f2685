using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;
using Helm.Operations.People;

namespace Helm.Host.Tests.Doors.Slack;

/// <summary>One person whichever the door, and no more rights than the operator's table gives.</summary>
public sealed class SlackPeopleTests : IAsyncLifetime
{
    private static readonly string[] Alice =
    [
        "Helm:People:0:Id=api:alice", "Helm:People:0:Name=Alice", "Helm:People:0:Role=Administrator", "Helm:People:0:Links:0=slack:T1:U7",
        "Helm:People:0:Email=Alice@Example.com", "Helm:People:0:TimeZone=America/New_York", "Helm:Slack:LinkByEmail=true",
    ];

    private LoopbackSlack _slack = null!;
    private HelmAtWork _helm = null!;

    public async ValueTask InitializeAsync()
    {
        _slack = await LoopbackSlack.StartAsync();
        _helm = await HelmAtWork.StartAsync([.. _slack.Settings, .. Alice]);
    }

    public async ValueTask DisposeAsync()
    {
        await _helm.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task A_link_in_the_table_makes_one_person_of_two_doors_with_the_whole_role()
    {
        await AskAsync("U7");
        using var response = await _helm.PostAsync("/api/ask", new JsonObject { ["text"] = "status", ["person"] = "alice" }, ("Authorization", $"Bearer {_helm.Token}"));

        Assert.Equal(
            [("api:alice", "Alice", Role.Administrator), ("api:alice", "Alice", Role.Administrator)],
            _helm.Turns.Heard.Select(heard => (heard.Person.Id, heard.Person.Name, heard.Person.Role!.Value)));
        Assert.All(_helm.Turns.Heard, heard => Assert.Equal("America/New_York", heard.Person.TimeZone!.Id));
    }

    [Fact]
    public async Task A_confirmed_address_of_the_own_workspace_leads_to_the_person_and_to_an_operator_at_most()
    {
        _slack.People["U8"] = SlackState.Person("U8", "alice@example.com");
        await AskAsync("U8");

        var person = _helm.Turns.Heard.Single().Person;
        Assert.Equal(("api:alice", Role.Operator), (person.Id, person.Role));
    }

    [Theory]
    [InlineData("is_restricted", true)]
    [InlineData("is_ultra_restricted", true)]
    [InlineData("is_stranger", true)]
    [InlineData("is_bot", true)]
    [InlineData("deleted", true)]
    [InlineData("is_email_confirmed", false)]
    [InlineData("team_id", "T666")]
    [InlineData("id", "U1")]
    public async Task Guests_strangers_and_unconfirmed_addresses_lead_to_nobody(string field, object value)
    {
        _slack.People["U8"] = SlackState.Person("U8", "alice@example.com");
        _slack.People["U8"][field] = JsonValue.Create(value);
        await AskAsync("U8");

        var person = _helm.Turns.Heard.Single().Person;
        Assert.Equal(("slack:T1:U8", null), (person.Id, person.Role));
    }

    [Fact]
    public async Task Who_is_asked_about_once_is_known_for_a_while_and_somebody_unknown_has_the_workspaces_clock()
    {
        await AskAsync("U1");
        await _helm.EventAsync(Said("U1", "2.2"));
        await _slack.WaitAsync("chat.postMessage", 2);

        Assert.Single(_slack.Calls, call => call.Method == "users.info");
        Assert.All(_helm.Turns.Heard, heard => Assert.Equal(("Somebody", "Europe/Berlin"), (heard.Person.Name, heard.Person.TimeZone!.Id)));
    }

    private async Task AskAsync(string user)
    {
        await _helm.EventAsync(Said(user, "1.1"));
        await _slack.WaitAsync("chat.postMessage");
    }

    private static JsonObject Said(string user, string ts)
    {
        var said = SlackSender.Said("status", ts, "message", "D1");
        said["user"] = user;
        return said;
    }
}
