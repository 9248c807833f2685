using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Helm.Host.Listening;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Web;

/// <summary>Helm on an address that other machines reach, and behind a proxy.</summary>
public sealed class ReachTests : IDisposable
{
    private static readonly string[] Guarded =
    [
        "Helm:SignIn:OneTimeLinks=true", "Helm:Security:QuestionsWithoutToken=false", "Helm:BotFramework:DevelopmentMode=false", "Helm:BotFramework:Enabled=false",
        "Helm:Security:AllowedHosts:0=helm.example.com",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("helm-reach-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("a way to sign in", "Helm:SignIn:OneTimeLinks=false")]
    [InlineData("QuestionsWithoutToken", "Helm:Security:QuestionsWithoutToken=true")]
    [InlineData("PersonInRequest", "Helm:Security:PersonInRequest=true")]
    [InlineData("DevelopmentMode", "Helm:BotFramework:DevelopmentMode=true")]
    [InlineData("AllowedHosts", "Helm:Security:AllowedHosts=")]
    [InlineData("encryption", "Helm:Host:KnownProxies=")]
    [InlineData("certificate", "Helm:Host:Url=https://0.0.0.0:0")]
    public void What_is_missing_to_be_reached_from_elsewhere_is_named(string named, string setting)
    {
        var settings = Guarded.Append("Helm:Host:KnownProxies:0=10.0.0.1").Where(one => !one.StartsWith(setting.Split('=')[0] + ":", StringComparison.Ordinal))
            .Append("Helm:Host:Url=http://0.0.0.0:0").Append(setting);

        var refused = Assert.Throws<StartRefusedException>(() => HostBuild.Of(_folder, _ => { }, [.. settings]));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_is_known_is_believed_about_who_asks_and_nobody_else_is()
    {
        await using var helm = await HelmAtWork.StartAsync([.. Guarded, "Helm:Host:KnownProxies:0=127.0.0.0/8", "Helm:Web:Enabled=true"]);
        await using var other = await HelmAtWork.StartAsync([.. Guarded, "Helm:Host:KnownProxies:0=10.0.0.1", "Helm:Web:Enabled=true"]);
        (string, string)[] passedOn = [("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"), ("Host", "helm.example.com")];

        Assert.Equal(HttpStatusCode.Unauthorized, (await helm.SendAsync(HttpMethod.Get, "/metrics", headers: passedOn)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await helm.SendAsync(HttpMethod.Get, "/metrics", headers: [.. passedOn, ("Authorization", $"Bearer {helm.Token}")])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await helm.SendAsync(HttpMethod.Get, "/healthz", headers: passedOn)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.SendAsync(HttpMethod.Get, "/metrics", headers: passedOn)).StatusCode);
        var link = $$"""{"link":"{{await SignedIn.LinkAsync(helm)}}"}""";
        using var entered = await helm.SendAsync(HttpMethod.Post, "/sign-in/link", link, headers: [.. passedOn, ("Origin", "https://helm.example.com")]);
        Assert.StartsWith("__Host-helm=", entered.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.Contains("secure", entered.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await helm.SendAsync(HttpMethod.Get, "/healthz", headers: [.. passedOn.Take(2), ("Host", "evil.example.com")])).StatusCode);
    }

    [Fact]
    public async Task With_a_certificate_it_speaks_https_by_itself()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(_folder, "helm.pem"), certificate.ExportCertificatePem(), Cancellation);
        await File.WriteAllTextAsync(Path.Combine(_folder, "helm.key"), key.ExportPkcs8PrivateKeyPem(), Cancellation);
        await using var helm = await HelmAtWork.StartAsync(
            [.. Guarded, "Helm:Host:Url=https://127.0.0.1:0", $"Helm:Host:CertificateFile={_folder}/helm.pem", $"Helm:Host:CertificateKeyFile={_folder}/helm.key"]);
        using var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString() },
        });

        Assert.Equal("https", helm.Address.Scheme);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(helm.Address, "/healthz"), Cancellation)).StatusCode);
    }
}
