using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Helm.Host.Tests.Drivers;
using Helm.Host.Web.Boards;
using Helm.Host.Web.Page;
using Helm.Operations.Monitoring;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Host.Tests.Web;

/// <summary>The page without a browser: what it says, and what it lets a browser do.</summary>
public sealed partial class PageTests(HelmAtTheCompany company) : IClassFixture<HelmAtTheCompany>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HelmAtWork Helm => company.Helm;

    [Fact]
    public async Task Whoever_is_not_signed_in_sees_the_door_and_nothing_behind_it()
    {
        using var nobody = SignedIn.Nobody(Helm);

        Assert.Equal("/sign-in", (await nobody.SendAsync(HttpMethod.Get, "/", origin: null)).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.SendAsync(HttpMethod.Get, "/live?environment=prod", origin: null)).StatusCode);
        var door = await (await nobody.SendAsync(HttpMethod.Get, "/sign-in", origin: null)).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("heyhelm web link", door, StringComparison.Ordinal);
        Assert.DoesNotContain("infra-001", door, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_shows_the_dashboards_numbers_and_why_an_issue_is_as_urgent_as_it_is()
    {
        using var owner = await SignedIn.AsAsync(Helm);

        var page = WebUtility.HtmlDecode(await (await owner.SendAsync(HttpMethod.Get, "/?environment=prod")).Content.ReadAsStringAsync(Cancellation));

        Assert.Contains("5.2%", page, StringComparison.Ordinal);
        Assert.Contains("65/1250", page, StringComparison.Ordinal);
        var issue = (await owner.JsonAsync(HttpMethod.Get, "/api/issues/infra-001"))!;
        Assert.Contains($"Priority {issue["priority"]}", page, StringComparison.Ordinal);
        foreach (var term in issue["priority_terms"]!.AsArray())
        {
            Assert.Contains((string)term!["name"]!, page, StringComparison.Ordinal);
        }

        Assert.Contains("<ol class=\"timeline\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_loads_nothing_from_elsewhere_and_runs_only_its_own_files()
    {
        using var owner = await SignedIn.AsAsync(Helm);

        using var answer = await owner.SendAsync(HttpMethod.Get, "/");
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self' 'nonce-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\son[a-z]+=\"", page);
        var addresses = Addresses().Matches(page).Select(match => match.Groups[1].Value).Where(address => !address.StartsWith('#')).Distinct().ToList();
        Assert.True(addresses.Count > 5);
        foreach (var address in addresses)
        {
            Assert.StartsWith("/", address, StringComparison.Ordinal);
            using var file = await owner.SendAsync(HttpMethod.Get, WebUtility.HtmlDecode(address));
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.True(!address.StartsWith("/files/", StringComparison.Ordinal) || file.Headers.CacheControl!.MaxAge > TimeSpan.FromDays(300), address);
        }

        using var manifest = JsonDocument.Parse(await (await owner.SendAsync(HttpMethod.Get, "/manifest.webmanifest")).Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("standalone", manifest.RootElement.GetProperty("display").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await owner.SendAsync(HttpMethod.Get, "/files/appsettings.json")).StatusCode);
    }

    [Fact]
    public async Task It_is_told_the_board_at_once_and_again_when_it_changes()
    {
        using var owner = await SignedIn.AsAsync(Helm);
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = owner.Cookies });
        using var stream = new StreamReader(await http.GetStreamAsync(new Uri(Helm.Address, "/live?environment=prod"), Cancellation));

        var (kind, data) = (await stream.ReadLineAsync(Cancellation), await stream.ReadLineAsync(Cancellation));

        Assert.Equal("event: board", kind);
        Assert.Contains("infra-001", JsonSerializer.Deserialize<string>(data!["data: ".Length..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_from_outside_stay_text()
    {
        const string Hostile = "<script>alert(1)</script>\" onload=\"x";
        var board = new Board("prod", null)
        {
            Health = Health.Unhealthy,
            Domains = [new("d", Hostile, Hostile, Health.Unhealthy, [new(Hostile, Hostile)])],
            Plans = [new(Hostile, Hostile, Hostile, [new(Hostile, [Hostile], Hostile, Hostile)], DateTimeOffset.UnixEpoch)],
            Timeline = [new(DateTimeOffset.UnixEpoch, Hostile, Hostile)],
            Notices = [Hostile],
        };

        var html = await Helm.Services.GetRequiredService<Markup>().WriteAsync<BoardView>(new() { ["Board"] = board });

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\" onload", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Addresses();
}
