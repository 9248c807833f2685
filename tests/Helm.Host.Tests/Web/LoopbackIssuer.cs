using Helm.Host.Tests.Drivers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Helm.Host.Tests.Web;

/// <summary>An organisation's OpenID Connect issuer, on loopback: it asks nobody anything, and checks what it is sent as the standard says.</summary>
internal sealed class LoopbackIssuer : IAsyncDisposable
{
    public const string ClientId = "helm";
    public const string Secret = "an-open-id-secret:with/odd signs";

    private readonly WebApplication _app;
    private readonly Dictionary<string, JsonObject> _codes = [];

    private LoopbackIssuer(WebApplication app) => _app = app;

    public RSA Key { get; } = RSA.Create(2048);

    public RSA Foreign { get; } = RSA.Create(2048);

    public string KeyId { get; } = "k1";

    /// <summary>The latest request to sign in, as the browser brought it.</summary>
    public Dictionary<string, string> Asked { get; private set; } = [];

    /// <summary>Spoils the id token.</summary>
    public Action<JsonObject> Spoil { get; set; } = _ => { };

    /// <summary>Writes the id token.</summary>
    public Func<JsonObject, string>? Write { get; set; }

    public string Url => _app.Urls.First();

    public string[] Settings =>
    [
        $"Helm:SignIn:OpenIdConnect:Authority={Url}", $"Helm:SignIn:OpenIdConnect:ClientId={ClientId}", "Helm:SignIn:OpenIdConnect:ClientSecret=env:HELM_TEST_OPENID_SECRET",
        "Helm:SignIn:OpenIdConnect:DisplayName=Contoso",
    ];

    public static async Task<LoopbackIssuer> StartAsync()
    {
        Environment.SetEnvironmentVariable("HELM_TEST_OPENID_SECRET", Secret);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var issuer = new LoopbackIssuer(app);
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = issuer.Url,
            authorization_endpoint = issuer.Url + "/authorize?tenant=1",
            token_endpoint = issuer.Url + "/token",
            jwks_uri = issuer.Url + "/keys",
        }));
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { issuer.PublicKey() } }));
        app.MapGet("/authorize", (Delegate)issuer.Authorize);
        app.MapPost("/token", (Delegate)issuer.TokenAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    public async ValueTask DisposeAsync()
    {
        Key.Dispose();
        Foreign.Dispose();
        await _app.DisposeAsync();
    }

    private IResult Authorize(HttpContext http)
    {
        Asked = http.Request.Query.ToDictionary(one => one.Key, one => one.Value.ToString());
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = new JsonObject { ["challenge"] = Asked["code_challenge"], ["nonce"] = Asked["nonce"], ["redirect_uri"] = Asked["redirect_uri"] };
        return Results.Redirect($"{Asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(Asked["state"])}");
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var client = Encoding.UTF8.GetString(Convert.FromBase64String(http.Request.Headers.Authorization.ToString()["Basic ".Length..])).Split(':', 2);
        if (Uri.UnescapeDataString(client[0]) != ClientId || Uri.UnescapeDataString(client[1]) != Secret || !_codes.Remove(form["code"].ToString(), out var kept))
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        var verified = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == (string)kept["challenge"]!;
        if (!verified || form["redirect_uri"] != (string)kept["redirect_uri"]!)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        var claims = new JsonObject
        {
            ["iss"] = Url,
            ["aud"] = ClientId,
            ["sub"] = "4711",
            ["name"] = "Alice",
            ["nonce"] = (string)kept["nonce"]!,
            ["iat"] = TokenMint.Now(),
            ["exp"] = TokenMint.Now(300),
        };
        Spoil(claims);
        return Results.Json(new { id_token = Write?.Invoke(claims) ?? TokenMint.Sign(TokenMint.Header("RS256", KeyId), claims, Key), token_type = "Bearer" });
    }

    private Dictionary<string, string> PublicKey()
    {
        var key = Key.ExportParameters(false);
        return new() { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = KeyId, ["n"] = Base64Url.EncodeToString(key.Modulus), ["e"] = Base64Url.EncodeToString(key.Exponent) };
    }
}
