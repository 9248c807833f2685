using System.Net;
using System.Text.Json.Nodes;
using Helm.Chat.DirectLine;
using Helm.Host.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Host.Tests.Web;

/// <summary>Links that are good once, and what a session may do.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private HelmAtWork _helm = null!;

    public async ValueTask InitializeAsync() => _helm = await HelmAtWork.StartAsync(
        "Helm:SignIn:OneTimeLinks=true", "Helm:Security:QuestionsWithoutToken=false",
        "Helm:People:0:Id=web:alice", "Helm:People:0:Role=Operator", "Helm:People:1:Id=web:root", "Helm:People:1:Role=Administrator");

    public ValueTask DisposeAsync() => _helm.DisposeAsync();

    [Fact]
    public async Task A_link_is_good_once_whichever_host_it_is_shown_to()
    {
        await using var other = await HelmAtWork.StartAsync(
            _ => { }, null, $"Helm:Storage:Path={_helm.Folder}/helm.db", $"Helm:Security:TokenFile={_helm.Folder}/token", "Helm:SignIn:OneTimeLinks=true");
        var link = new JsonObject { ["link"] = await SignedIn.LinkAsync(_helm) };
        var browsers = Enumerable.Range(0, 10).Select(number => SignedIn.Nobody(number % 2 == 0 ? _helm : other)).ToList();

        var answers = await Task.WhenAll(browsers.Select(browser => browser.PostAsync("/sign-in/link", link.DeepClone())));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(9, answers.Count(answer => answer.StatusCode == HttpStatusCode.Forbidden));
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task The_cookie_is_read_by_no_script_and_sent_by_no_other_site()
    {
        using var browser = SignedIn.Nobody(_helm);

        using var entered = await browser.PostAsync("/sign-in/link", new JsonObject { ["link"] = await SignedIn.LinkAsync(_helm) });

        var cookie = entered.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith($"helm-{_helm.Address.Port}=", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_owner_makes_links_and_only_for_people_who_are_known()
    {
        using var alice = await SignedIn.AsAsync(_helm, "web:alice");

        Assert.Equal(HttpStatusCode.Unauthorized, (await _helm.PostAsync("/api/sign-in-links", new JsonObject())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await alice.PostAsync("/api/sign-in-links", new JsonObject())).StatusCode);
        foreach (var person in new[] { "web:mallory", "alice", "local:owner", "emulator:u1" })
        {
            using var refused = await _helm.PostAsync("/api/sign-in-links", new JsonObject { ["person"] = person }, ("Authorization", $"Bearer {_helm.Token}"));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    [Fact]
    public async Task A_session_may_what_its_person_may()
    {
        using var alice = await SignedIn.AsAsync(_helm, "web:alice");
        using var root = await SignedIn.AsAsync(_helm, "web:root");
        using var nobody = SignedIn.Nobody(_helm);

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.SendAsync(HttpMethod.Get, "/api/issues")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await alice.SendAsync(HttpMethod.Get, "/api/issues")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await alice.SendAsync(HttpMethod.Delete, "/api/deployments/x")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await root.SendAsync(HttpMethod.Delete, "/api/deployments/x")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await root.SendAsync(HttpMethod.Delete, "/api/deployments/x", origin: null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await root.SendAsync(HttpMethod.Delete, "/api/deployments/x", origin: "https://evil.example")).StatusCode);

        await alice.PostAsync("/sign-out");
        Assert.Equal(HttpStatusCode.Unauthorized, (await alice.SendAsync(HttpMethod.Get, "/api/issues")).StatusCode);
    }

    [Fact]
    public void A_ticket_is_believed_for_its_purpose_until_its_end_and_unchanged()
    {
        var tickets = _helm.Services.GetRequiredService<ITickets>();
        var now = TimeProvider.System.GetUtcNow();
        var ticket = tickets.Sign("door", new JsonObject { ["sub"] = "web:alice" }, now.AddMinutes(1));
        var parts = ticket.Split('.');

        Assert.Equal("web:alice", tickets.Read("door", ticket)!.Value.GetProperty("sub").GetString());
        Assert.Null(tickets.Read("window", ticket));
        Assert.Null(tickets.Read("door", tickets.Sign("door", [], now.AddSeconds(-1))));
        Assert.All(
            ["", ".", "..", "a.b.c", parts[0] + "." + parts[1] + ".", ticket + ".", ticket[..^1], "eyJhbGciOiJub25lIn0." + parts[1] + ".", parts[0] + "." + parts[2] + "." + parts[2], new string('a', 9000)],
            wrong => Assert.Null(tickets.Read("door", wrong)));
    }
}
