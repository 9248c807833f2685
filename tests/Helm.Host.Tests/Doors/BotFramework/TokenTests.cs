using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors.BotFramework;

/// <summary>Who is let in at the door of Teams: whom the vendor's own library lets in, and rather fewer.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private ChannelAuthority _authority = null!;
    private Emulator _channel = null!;
    private HelmAtWork _helm = null!;

    public async ValueTask InitializeAsync()
    {
        _authority = await ChannelAuthority.StartAsync();
        _channel = await Emulator.StartAsync();
        _helm = await HelmAtWork.StartAsync(_authority.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _helm.DisposeAsync();
        await _channel.DisposeAsync();
        await _authority.DisposeAsync();
    }

    [Fact]
    public async Task Each_token_of_the_table_gets_its_verdict()
    {
        var wrong = new List<string>();
        foreach (var one in Table())
        {
            var status = await StatusAsync(one);
            var expected = one.LetIn ? [HttpStatusCode.Accepted] : new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.RequestHeaderFieldsTooLarge };
            if (!expected.Contains(status))
            {
                wrong.Add($"{one.Name}: {status}");
            }
        }

        Assert.Empty(wrong);
        var letIn = Table().Count(one => one.LetIn);
        await _channel.WaitAsync(letIn);
        Assert.Equal(letIn, _helm.Turns.Heard.Count);
    }

    [Fact]
    public async Task Nothing_is_let_in_that_the_official_library_refuses()
    {
        var table = Table();
        var request = new JsonObject
        {
            ["metadata"] = _authority.Metadata,
            ["appId"] = ChannelAuthority.AppId,
            ["cases"] = new JsonArray([.. table.Select(one => new JsonObject
            {
                ["authorization"] = one.Authorization ?? "",
                ["activity"] = new JsonObject { ["channelId"] = one.Channel, ["serviceUrl"] = _channel.ServiceUrl, ["type"] = "message" },
            })]),
        };

        var official = JsonSerializer.Deserialize<bool[]>(await NodeClient.RunAsync("botframework", "verdict.mjs", request.ToJsonString()))!;

        Assert.Equal(table.Length, official.Length);
        Assert.Empty(table.Where((one, row) => one.LetIn && !official[row]).Select(one => one.Name));
        var stricter = table.Where((one, row) => !one.LetIn && official[row]).Select(one => one.Name);
        Assert.Equal(["never expires", "a key without endorsements", "no channel", "a header of 100 kB", "a critical extension"], stricter);
    }

    [Fact]
    public async Task An_answer_goes_out_with_a_token_that_is_asked_for_once()
    {
        foreach (var conversation in new[] { "c1", "c2", "c3" })
        {
            Assert.Equal(HttpStatusCode.Accepted, await StatusAsync(Table()[0], conversation));
        }

        await _channel.WaitAsync(3);
        Assert.Equal(["Bearer token-of-tenant-1"], _channel.Authorizations.Distinct());
        Assert.Equal(1, _authority.TokensGiven);
        Assert.Equal(1, _authority.MetadataFetches);
    }

    [Fact]
    public async Task Made_up_key_ids_do_not_make_Helm_fetch_the_keys_again_and_again()
    {
        var unknown = Table().Single(one => one.Name == "an unknown key id");
        for (var attempt = 0; attempt < 20; attempt++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(unknown));
        }

        Assert.Equal(1, _authority.MetadataFetches);
    }

    [Fact]
    public async Task Another_organisation_is_refused_and_the_person_is_known_by_the_directory()
    {
        var message = Message("c1", "msteams");
        message["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant-2" } };
        using var stranger = await _helm.PostAsync("/api/messages", message, ("Authorization", Table()[0].Authorization!));
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);

        message = Message("c1", "msteams");
        message["from"]!["aadObjectId"] = "person-of-the-directory";
        using var own = await _helm.PostAsync("/api/messages", message, ("Authorization", Table()[0].Authorization!));
        await _channel.WaitAsync(1);
        var heard = Assert.Single(_helm.Turns.Heard);
        Assert.Equal(("msteams:person-of-the-directory", "msteams:c1"), (heard.Person.Id, heard.ConversationId));
    }

    private TokenCase[] Table() => [.. new TokenTable(_authority, _channel.ServiceUrl).Cases()];

    private async Task<HttpStatusCode> StatusAsync(TokenCase one, string conversation = "c1")
    {
        var headers = one.Authorization is { } value ? [("Authorization", value)] : Array.Empty<(string, string)>();
        using var response = await _helm.PostAsync("/api/messages", Message(conversation, one.Channel), headers);
        return response.StatusCode;
    }

    private JsonObject Message(string conversation, string? channel)
    {
        var message = _channel.Message("status", conversation);
        message["channelId"] = channel;
        message["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant-1" } };
        return message;
    }
}
