using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors.Slack;

/// <summary>Who is let in at the door of Slack: whom Slack's own Bolt lets in, or fewer.</summary>
public sealed class SlackSignatureTests : IAsyncLifetime
{
    private const string Body = """{"type":"event_callback","team_id":"T1","event":{"type":"none"}}""";

    private LoopbackSlack _slack = null!;
    private HelmAtWork _helm = null!;

    public async ValueTask InitializeAsync()
    {
        _slack = await LoopbackSlack.StartAsync();
        _helm = await HelmAtWork.StartAsync(_slack.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _helm.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task Each_signature_of_the_table_gets_its_verdict()
    {
        var wrong = new List<string>();
        foreach (var one in Table())
        {
            var status = await StatusAsync(_helm.Address, "/slack/events", one);
            if (status != (one.LetIn ? HttpStatusCode.OK : HttpStatusCode.Unauthorized))
            {
                wrong.Add($"{one.Name}: {status}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nothing_is_let_in_that_Bolt_refuses()
    {
        var table = Table().ToArray();
        var request = new JsonObject
        {
            ["secret"] = LoopbackSlack.Secret,
            ["cases"] = new JsonArray([.. table.Select(one => new JsonObject { ["body"] = one.Body, ["headers"] = one.Headers() })]),
        };

        var statuses = JsonSerializer.Deserialize<int[]>(await NodeClient.RunAsync("slack", "verdict.mjs", request.ToJsonString()))!;

        Assert.Equal(table.Length, statuses.Length);
        Assert.Contains(200, statuses);
        Assert.Empty(table.Where((one, row) => one.LetIn && statuses[row] != 200).Select(one => one.Name));
    }

    private async Task<HttpStatusCode> StatusAsync(Uri address, string path, Signed one)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path)) { Content = new StringContent(one.Body, null, "application/json") };
        foreach (var (name, value) in one.Headers())
        {
            request.Headers.TryAddWithoutValidation(name, (string?)value);
        }

        using var response = await _helm.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static IEnumerable<Signed> Table()
    {
        var now = SlackSender.Now;
        Signed Good(long at) => new("", Body, $"{at}", SlackSender.Sign(Body, $"{at}"), true);
        yield return Good(now) with { Name = "as Slack signs" };
        yield return Good(now - 200) with { Name = "some minutes old" };
        yield return Good(now + 200) with { Name = "some minutes ahead" };
        yield return Good(now - 400) with { Name = "too old", LetIn = false };
        yield return Good(now + 400) with { Name = "from the future", LetIn = false };
        yield return Good(now) with { Name = "no timestamp", Timestamp = null, LetIn = false };
        yield return Good(now) with { Name = "no signature", Signature = null, LetIn = false };
        yield return Good(now) with { Name = "an empty signature", Signature = "", LetIn = false };
        yield return Good(now) with { Name = "an empty timestamp", Timestamp = "", LetIn = false };
        yield return Good(now) with { Name = "a changed byte", Body = Body.Replace("none", "nono", StringComparison.Ordinal), LetIn = false };
        yield return Good(now) with { Name = "a blank more", Body = Body + " ", LetIn = false };
        yield return Good(now) with { Name = "another time than the signed one", Timestamp = $"{now - 1}", LetIn = false };
        yield return Good(now) with { Name = "the wrong secret", Signature = SlackSender.Sign(Body, $"{now}", "wrong"), LetIn = false };
        yield return Good(now) with { Name = "no secret", Signature = SlackSender.Sign(Body, $"{now}", "\0"), LetIn = false };
        yield return Good(now) with { Name = "another version", Signature = SlackSender.Sign(Body, $"{now}").Replace("v0=", "v1=", StringComparison.Ordinal), LetIn = false };
        yield return Good(now) with { Name = "without version", Signature = SlackSender.Sign(Body, $"{now}")[3..], LetIn = false };
        yield return Good(now) with { Name = "upper case", Signature = SlackSender.Sign(Body, $"{now}").ToUpperInvariant(), LetIn = false };
        yield return Good(now) with { Name = "cut short", Signature = SlackSender.Sign(Body, $"{now}")[..^1], LetIn = false };
        yield return Good(now) with { Name = "longer", Signature = SlackSender.Sign(Body, $"{now}") + "0", LetIn = false };
        foreach (var odd in new[] { "now", "-1", $"{now}.5", $"{now}abc", "0x7fffffff", "99999999999999999999", "1e9" })
        {
            yield return new Signed($"the time {odd}", Body, odd, SlackSender.Sign(Body, odd), false);
        }
    }

    private sealed record Signed(string Name, string Body, string? Timestamp, string? Signature, bool LetIn)
    {
        public JsonObject Headers()
        {
            var headers = new JsonObject();
            if (Timestamp is not null)
            {
                headers["X-Slack-Request-Timestamp"] = Timestamp;
            }

            if (Signature is not null)
            {
                headers["X-Slack-Signature"] = Signature;
            }

            return headers;
        }
    }
}
