using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Helm.Host.Tests.Drivers;

/// <summary>On loopback, what the login hosts of the Bot Framework are: signing keys for the channels, and tokens for the bot.</summary>
internal sealed class ChannelAuthority : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Issuer = "https://api.botframework.com";
    public const string Secret = "a-client-secret";
    public const string Tenant = "tenant-1";

    private readonly WebApplication _app;

    private ChannelAuthority(WebApplication app) => _app = app;

    public RSA Endorsed { get; } = RSA.Create(2048);

    public RSA Unendorsed { get; } = RSA.Create(2048);

    public RSA Unpublished { get; } = RSA.Create(2048);

    public int MetadataFetches { get; private set; }

    public int TokensGiven { get; private set; }

    public string Url => _app.Urls.First();

    public string Metadata => Url + "/v1/.well-known/openidconfiguration";

    public string[] Settings =>
    [
        "Helm:BotFramework:DevelopmentMode=false", $"Helm:BotFramework:Identity:AppId={AppId}", "Helm:BotFramework:Identity:TenantId=" + Tenant,
        "Helm:BotFramework:Identity:AppPassword=env:HELM_TEST_BOT_SECRET", $"Helm:BotFramework:Identity:OpenIdMetadata={Metadata}",
        $"Helm:BotFramework:Identity:Authority={Url}", "Helm:BotFramework:Identity:ServiceHosts:0=127.0.0.1",
    ];

    public static async Task<ChannelAuthority> StartAsync()
    {
        Environment.SetEnvironmentVariable("HELM_TEST_BOT_SECRET", Secret);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var authority = new ChannelAuthority(app);
        app.MapGet("/v1/.well-known/openidconfiguration", authority.OpenIdConfiguration);
        app.MapGet("/v1/.well-known/keys", authority.Keys);
        app.MapPost("/{tenant}/oauth2/v2.0/token", authority.TokenAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return authority;
    }

    public async ValueTask DisposeAsync()
    {
        Endorsed.Dispose();
        Unendorsed.Dispose();
        Unpublished.Dispose();
        await _app.DisposeAsync();
    }

    private IResult OpenIdConfiguration()
    {
        MetadataFetches++;
        return Results.Json(new { issuer = Issuer, jwks_uri = Url + "/v1/.well-known/keys" });
    }

    private IResult Keys() => Results.Json(new { keys = new[] { Key("endorsed", Endorsed, "msteams", "directline"), Key("unendorsed", Unendorsed) } });

    private static Dictionary<string, object> Key(string id, RSA rsa, params string[] endorsements)
    {
        var key = rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["e"] = Base64Url.EncodeToString(key.Exponent),
            ["endorsements"] = endorsements,
        };
    }

    private async Task<IResult> TokenAsync(HttpContext http, string tenant)
    {
        var form = await http.Request.ReadFormAsync();
        TokensGiven++;
        return form["client_id"] == AppId && form["client_secret"] == Secret && form["grant_type"] == "client_credentials" && form["scope"] == "https://api.botframework.com/.default"
            ? Results.Text(JsonSerializer.Serialize(new { token_type = "Bearer", expires_in = 3600, access_token = $"token-of-{tenant}" }), "application/json")
            : Results.Json(new { error = "invalid_client", error_description = "The secret is wrong." }, statusCode: 401);
    }
}
