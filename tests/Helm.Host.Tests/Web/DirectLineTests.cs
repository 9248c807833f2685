using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Web;

/// <summary>Who may talk on the page's line, and how much.</summary>
public sealed class DirectLineTests : IAsyncLifetime
{
    private const string Line = "/v3/directline";

    private HelmAtWork _helm = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _helm = await HelmAtWork.StartAsync(
        "Helm:DirectLine:Enabled=true", "Helm:SignIn:OneTimeLinks=true", "Helm:DirectLine:MessagesAMinute=6", "Helm:DirectLine:LargestUpload=2000", "Helm:DirectLine:MostStreams=1",
        "Helm:People:0:Id=web:alice", "Helm:People:0:Role=Operator", "Helm:People:1:Id=web:bob", "Helm:People:1:Role=Viewer");

    public ValueTask DisposeAsync() => _helm.DisposeAsync();

    [Fact]
    public async Task Nothing_is_there_until_it_is_switched_on()
    {
        await using var helm = await HelmAtWork.StartAsync("Helm:SignIn:OneTimeLinks=true");
        using var alice = SignedIn.Nobody(helm);

        using var answer = await alice.PostAsync($"{Line}/tokens/generate");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_is_given_to_somebody_who_is_signed_in_on_Helms_own_page_and_to_nobody_else()
    {
        using var alice = await SignedIn.AsAsync(_helm, "web:alice");
        using var nobody = SignedIn.Nobody(_helm);

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PostAsync($"{Line}/tokens/generate")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await alice.SendAsync(HttpMethod.Post, $"{Line}/tokens/generate", origin: null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await alice.SendAsync(HttpMethod.Post, $"{Line}/tokens/generate", origin: "https://evil.example")).StatusCode);
        Assert.NotEmpty(await alice.TokenAsync());
    }

    [Fact]
    public async Task A_token_opens_its_own_conversation_and_no_other()
    {
        using var alice = await SignedIn.AsAsync(_helm, "web:alice");
        using var bob = await SignedIn.AsAsync(_helm, "web:bob");
        var hers = await alice.JsonAsync(HttpMethod.Post, $"{Line}/conversations", bearer: await alice.TokenAsync());
        var (conversation, token) = ((string)hers["conversationId"]!, await bob.TokenAsync());

        foreach (var (method, path) in new[] { (HttpMethod.Get, ""), (HttpMethod.Get, "/activities"), (HttpMethod.Post, "/activities") })
        {
            var answer = await bob.SendAsync(method, $"{Line}/conversations/{conversation}{path}", method == HttpMethod.Post ? new JsonObject() : null, bearer: token);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.bin" } };
        Assert.Equal(HttpStatusCode.Forbidden, await UploadAsync(conversation, token, form));
        var ticket = ((string)hers["streamUrl"]!).Split("?t=")[1];
        foreach (var wrong in new[] { "", "x", token, (string)hers["token"]!, ticket[..^2], ticket + "A", _helm.Token })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await RefusedAsync($"{Line}/conversations/{conversation}/stream?t={wrong}"));
        }

        Assert.Equal(HttpStatusCode.Forbidden, await RefusedAsync($"{Line}/conversations/another/stream?t={ticket}"));
        Assert.Equal(HttpStatusCode.Forbidden, await RefusedAsync($"{Line}/conversations/{conversation}/stream?t={ticket}", "https://evil.example"));
        foreach (var wrong in new[] { "nonsense", ticket, token[..^1], "eyJhbGciOiJub25lIn0." + token.Split('.')[1] + "." })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await bob.SendAsync(HttpMethod.Get, $"{Line}/conversations/x/activities", bearer: wrong)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await bob.SendAsync(HttpMethod.Get, $"{Line}/conversations/x/activities")).StatusCode);
    }

    [Fact]
    public async Task Who_talks_comes_from_the_token_whatever_the_message_says()
    {
        using var bob = await SignedIn.AsAsync(_helm, "web:bob");
        var token = await bob.TokenAsync();
        var begun = await bob.JsonAsync(HttpMethod.Post, $"{Line}/conversations", bearer: token);
        var path = $"{Line}/conversations/{begun["conversationId"]}/activities";

        await bob.JsonAsync(HttpMethod.Post, path, new JsonObject
        {
            ["type"] = "message",
            ["text"] = "approve rem-001",
            ["from"] = new JsonObject { ["id"] = "local:owner", ["role"] = "bot" },
            ["channelData"] = new JsonObject { ["webchat:sequence-id"] = 1, ["streamType"] = "final", ["clientActivityID"] = "x" },
        }, token);

        var said = (await bob.JsonAsync(HttpMethod.Get, path, bearer: token))["activities"]!.AsArray().Single(one => (string?)one!["text"] == "approve rem-001")!;
        Assert.Equal(("web:bob", "user"), ((string)said["from"]!["id"]!, (string)said["from"]!["role"]!));
        Assert.Null(said["channelData"]!["streamType"]);
        Assert.True((long)said["channelData"]!["webchat:sequence-id"]! > 1);
        while (_helm.Turns.Heard.IsEmpty)
        {
            await Task.Delay(10, Cancellation);
        }

        Assert.Equal("web:bob", _helm.Turns.Heard.Single().Person.Id);
    }

    [Fact]
    public async Task Odd_bodies_are_refused_in_a_sentence()
    {
        using var alice = await SignedIn.AsAsync(_helm, "web:alice");
        var token = await alice.TokenAsync();
        var conversation = (string)(await alice.JsonAsync(HttpMethod.Post, $"{Line}/conversations", bearer: token))["conversationId"]!;

        foreach (var odd in new JsonNode[] { new JsonArray(), JsonValue.Create("text"), new JsonObject { ["text"] = 5 }, new JsonObject { ["attachments"] = "x" } })
        {
            var refused = await alice.SendAsync(HttpMethod.Post, $"{Line}/conversations/{conversation}/activities", odd, bearer: token);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using var form = new MultipartFormDataContent { { new StringContent("{"), "activity" }, { new ByteArrayContent([1]), "file", "a.bin" } };
        Assert.Equal(HttpStatusCode.BadRequest, await UploadAsync(conversation, token, form));
        using var large = new MultipartFormDataContent { { new ByteArrayContent(new byte[5000]), "file", "a.bin" } };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await UploadAsync(conversation, token, large));
        Assert.Empty(_helm.Turns.Heard);
    }

    [Fact]
    public async Task Whoever_says_too_much_is_asked_to_wait_and_others_go_on()
    {
        using var alice = await SignedIn.AsAsync(_helm, "web:alice");
        using var bob = await SignedIn.AsAsync(_helm, "web:bob");
        var answers = new List<HttpResponseMessage>();
        for (var number = 0; number < 7; number++)
        {
            answers.Add(await alice.PostAsync($"{Line}/tokens/generate"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1].StatusCode);
        Assert.NotNull(answers[^1].Headers.RetryAfter);
        Assert.NotEmpty(await bob.TokenAsync());
    }

    [Fact]
    public async Task No_more_clients_listen_than_are_allowed_and_a_line_that_is_left_is_free_again()
    {
        using var alice = await SignedIn.AsAsync(_helm, "web:alice");
        var begun = await alice.JsonAsync(HttpMethod.Post, $"{Line}/conversations", bearer: await alice.TokenAsync());
        var stream = new Uri((string)begun["streamUrl"]!);
        using var first = new ClientWebSocket();
        await first.ConnectAsync(stream, Cancellation);
        await first.ReceiveAsync(new byte[4096].AsMemory(), Cancellation); // the welcome: it listens

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await RefusedAsync(stream.PathAndQuery));

        await first.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancellation);
        using var second = new ClientWebSocket();
        await second.ConnectAsync(stream, Cancellation);
    }

    private async Task<HttpStatusCode> UploadAsync(string conversation, string token, HttpContent form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Line}/conversations/{conversation}/upload") { Content = form };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var response = await _helm.Http.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    private async Task<HttpStatusCode> RefusedAsync(string path, string? origin = null)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri(new Uri($"ws://{_helm.Address.Authority}"), path), Cancellation));
        return socket.HttpStatusCode;
    }
}
