using System.Net;
using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Web;

/// <summary>The organisation's own sign-in, against an issuer on loopback.</summary>
public sealed class OpenIdTests : IClassFixture<OrganisationWithIssuer>
{
    private readonly LoopbackIssuer _issuer;
    private readonly HelmAtWork _helm;

    public OpenIdTests(OrganisationWithIssuer organisation)
    {
        (_issuer, _helm) = (organisation.Issuer, organisation.Helm);
        (_issuer.Spoil, _issuer.Write) = (_ => { }, null);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Spoiled =>
    [
        "another issuer", "another audience", "two audiences, asked for by another", "over", "without an end", "from the future", "not good yet",
        "another nonce", "no nonce", "no person", "a person with control characters", "another key", "an unknown key", "none", "HS256", "five segments", "nonsense",
    ];

    [Fact]
    public async Task Somebody_whom_the_issuer_vouches_for_is_let_in_as_who_the_operators_table_says()
    {
        using var browser = SignedIn.Nobody(_helm);

        var end = await SignInAsync(browser);

        Assert.Equal(HttpStatusCode.OK, end.StatusCode);
        Assert.Contains("url=/", await end.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(HttpMethod.Get, "/api/issues")).StatusCode);
        Assert.Equal(("code", "S256", "openid profile", "1"), (_issuer.Asked["response_type"], _issuer.Asked["code_challenge_method"], _issuer.Asked["scope"], _issuer.Asked["tenant"]));
        Assert.Contains("Sign in with Contoso", await (await SignedIn.Nobody(_helm).SendAsync(HttpMethod.Get, "/sign-in")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_in_no_table_may_nothing_and_is_told_so()
    {
        _issuer.Spoil = claims => claims["sub"] = "mallory";
        using var browser = SignedIn.Nobody(_helm);

        await SignInAsync(browser);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(HttpMethod.Get, "/api/issues")).StatusCode);
        Assert.Equal("/sign-in?problem=unknown", (await browser.SendAsync(HttpMethod.Get, "/")).Headers.Location!.ToString());
        Assert.Contains("Helm:People", await (await browser.SendAsync(HttpMethod.Get, "/sign-in?problem=unknown")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Spoiled))]
    public async Task A_token_that_proves_nothing_lets_nobody_in(string how)
    {
        _issuer.Spoil = Spoils.GetValueOrDefault(how) ?? (_ => { });
        _issuer.Write = Spoils.ContainsKey(how) ? null : claims => Write(claims, how);
        using var browser = SignedIn.Nobody(_helm);

        var end = await SignInAsync(browser);

        Assert.Equal("/sign-in?problem=refused", end.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.SendAsync(HttpMethod.Get, "/api/issues")).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_this_browser_did_not_ask_for_or_that_comes_twice_lets_nobody_in()
    {
        using var victim = SignedIn.Nobody(_helm);
        using var attacker = SignedIn.Nobody(_helm);
        var callback = await CallbackAsync(attacker);

        Assert.Equal("/sign-in?problem=late", (await victim.SendAsync(HttpMethod.Get, callback, origin: null)).Headers.Location!.ToString());
        await CallbackAsync(victim);
        Assert.Equal("/sign-in?problem=late", (await victim.SendAsync(HttpMethod.Get, callback, origin: null)).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await attacker.SendAsync(HttpMethod.Get, callback, origin: null)).StatusCode);
        Assert.Equal("/sign-in?problem=late", (await attacker.SendAsync(HttpMethod.Get, callback, origin: null)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task An_issuer_that_is_gone_is_told_and_nothing_else_happens()
    {
        await using var helm = await HelmAtWork.StartAsync(
            "Helm:SignIn:OpenIdConnect:Authority=http://127.0.0.1:9", "Helm:SignIn:OpenIdConnect:ClientId=helm", "Helm:Web:Enabled=true");
        using var browser = SignedIn.Nobody(helm);

        using var start = await browser.SendAsync(HttpMethod.Get, "/sign-in/start");

        Assert.Equal("/sign-in?problem=issuer", start.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(HttpMethod.Get, "/sign-in?problem=issuer")).StatusCode);
    }

    private static readonly Dictionary<string, Action<JsonObject>> Spoils = new(StringComparer.Ordinal)
    {
        ["another issuer"] = claims => claims["iss"] = "https://evil.example",
        ["another audience"] = claims => claims["aud"] = "somebody-else",
        ["two audiences, asked for by another"] = claims => (claims["aud"], claims["azp"]) = (new JsonArray("helm", "other"), "other"),
        ["over"] = claims => claims["exp"] = TokenMint.Now(-600),
        ["without an end"] = claims => claims.Remove("exp"),
        ["from the future"] = claims => claims["iat"] = TokenMint.Now(600),
        ["not good yet"] = claims => claims["nbf"] = TokenMint.Now(600),
        ["another nonce"] = claims => claims["nonce"] = "another",
        ["no nonce"] = claims => claims.Remove("nonce"),
        ["no person"] = claims => claims.Remove("sub"),
        ["a person with control characters"] = claims => claims["sub"] = "al\u0007ice",
    };

    private string Write(JsonObject claims, string how) => how switch
    {
        "another key" => TokenMint.Sign(TokenMint.Header("RS256", _issuer.KeyId), claims, _issuer.Foreign),
        "an unknown key" => TokenMint.Sign(TokenMint.Header("RS256", "other"), claims, _issuer.Foreign),
        "none" => $"{TokenMint.Encode(TokenMint.Header("none", _issuer.KeyId).ToJsonString())}.{TokenMint.Encode(claims.ToJsonString())}.",
        "HS256" => TokenMint.Sign(TokenMint.Header("HS256", _issuer.KeyId), claims, _issuer.Key),
        "five segments" => TokenMint.Sign(TokenMint.Header("RS256", _issuer.KeyId), claims, _issuer.Key) + ".a.b",
        _ => "nonsense",
    };

    /// <summary>To the issuer and back, as a browser goes.</summary>
    private static async Task<HttpResponseMessage> SignInAsync(SignedIn browser) => await browser.SendAsync(HttpMethod.Get, await CallbackAsync(browser), origin: null);

    private static async Task<string> CallbackAsync(SignedIn browser)
    {
        using var start = await browser.SendAsync(HttpMethod.Get, "/sign-in/start", origin: null);
        using var asked = await browser.SendAsync(HttpMethod.Get, start.Headers.Location!.ToString(), origin: null);
        return asked.Headers.Location!.PathAndQuery;
    }
}

/// <summary>An issuer, and a Helm whose people sign in there.</summary>
public sealed class OrganisationWithIssuer : IAsyncLifetime
{
    internal LoopbackIssuer Issuer { get; private set; } = null!;

    internal HelmAtWork Helm { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Issuer = await LoopbackIssuer.StartAsync();
        Helm = await HelmAtWork.StartAsync([.. Issuer.Settings, "Helm:Web:Enabled=true", "Helm:Security:QuestionsWithoutToken=false", "Helm:People:0:Id=web:4711", "Helm:People:0:Role=Operator"]);
    }

    public async ValueTask DisposeAsync()
    {
        await Helm.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}
