using System.Net;
using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;
using Helm.Operations.People;
using Microsoft.AspNetCore.Http;

namespace Helm.Host.Tests.Doors.BotFramework;

/// <summary>Who in Teams is whom in the operator's table.</summary>
public sealed class TeamsPeopleTests : IAsyncLifetime
{
    private const string Directory = "00000000-0000-0000-0000-00000000a11c";

    private ChannelAuthority _authority = null!;
    private Emulator _channel = null!;
    private HelmAtWork _helm = null!;

    public async ValueTask InitializeAsync()
    {
        _authority = await ChannelAuthority.StartAsync();
        _channel = await Emulator.StartAsync();
        _helm = await HelmAtWork.StartAsync(
        [
            .. _authority.Settings, "Helm:BotFramework:LinkByEmail=true", "Helm:People:0:Id=slack:T1:U1", "Helm:People:0:Name=Alice",
            "Helm:People:0:Role=Administrator", "Helm:People:0:Email=alice@example.com",
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await _helm.DisposeAsync();
        await _channel.DisposeAsync();
        await _authority.DisposeAsync();
    }

    [Fact]
    public async Task The_sign_in_name_of_the_own_directory_leads_to_the_person_and_to_an_operator_at_most()
    {
        var person = await AskAsync(Member());

        Assert.Equal(("slack:T1:U1", Role.Operator), (person.Id, person.Role));
    }

    [Theory]
    [InlineData("userRole", "guest")]
    [InlineData("userPrincipalName", "alice_example.com#EXT#@own.onmicrosoft.com")]
    [InlineData("tenantId", "11111111-1111-1111-1111-111111111111")]
    [InlineData("aadObjectId", "11111111-1111-1111-1111-111111111111")]
    public async Task Guests_and_people_of_other_directories_are_linked_to_nobody(string field, string value)
    {
        var member = Member();
        member[field] = value;

        var person = await AskAsync(member);

        Assert.Equal(("msteams:" + Directory, null), (person.Id, person.Role));
    }

    [Fact]
    public async Task Where_the_roster_cannot_be_read_the_id_alone_counts()
    {
        var person = await AskAsync(null);

        Assert.Equal(("msteams:" + Directory, null), (person.Id, person.Role));
    }

    private static JsonObject Member() => new()
    {
        ["id"] = "29:u1",
        ["aadObjectId"] = Directory,
        ["userPrincipalName"] = "alice@example.com",
        ["tenantId"] = ChannelAuthority.Tenant,
        ["userRole"] = "user",
    };

    private async Task<Person> AskAsync(JsonObject? member)
    {
        _channel.Before.Enqueue(http => AnswerAsync(http, member));
        using var response = await _helm.PostAsync("/api/messages", Message(), ("Authorization", TokenMint.Bearer(TokenMint.Claims(_channel.ServiceUrl), _authority.Endorsed)));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await _channel.WaitAsync(1);
        return _helm.Turns.Heard.Single().Person;
    }

    private static Task AnswerAsync(HttpContext http, JsonObject? member)
    {
        Assert.Equal("GET", http.Request.Method);
        http.Response.StatusCode = member is null ? 403 : 200;
        return http.Response.WriteAsync(member?.ToJsonString() ?? "", http.RequestAborted);
    }

    private JsonObject Message()
    {
        var message = _channel.Message("status", "c1");
        message["channelId"] = "msteams";
        message["from"] = new JsonObject { ["id"] = "29:u1", ["name"] = "Al", ["aadObjectId"] = Directory };
        message["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = ChannelAuthority.Tenant } };
        return message;
    }
}
