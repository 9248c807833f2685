using System.Net.Sockets;
using Helm.Host.Listening;
using Helm.Host.Tests.Drivers;
using Microsoft.Extensions.Options;

namespace Helm.Host.Tests;

public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("helm-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Helm:Host:Url=http://0.0.0.0:0")]
    [InlineData("Helm:Host:Url=http://[::]:0")]
    [InlineData("Helm:Host:Url=http://*:0")]
    [InlineData("Helm:Host:Url=http://+:0")]
    [InlineData("Helm:Host:Url=http://192.168.1.5:0")]
    [InlineData("Helm:Host:Url=http://localhost.example.com:0")]
    [InlineData("Helm:Host:Url=nonsense")]
    [InlineData("urls=http://0.0.0.0:0")]
    [InlineData("Kestrel:Endpoints:Wide:Url=http://0.0.0.0:0")]
    public void It_listens_on_loopback_only(string setting)
    {
        var refused = Assert.Throws<StartRefusedException>(() => HostBuild.Of(_folder, _ => { }, setting));

        Assert.Contains("Helm:Host:Url", StartProblem.Explain(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_port_is_told_in_a_sentence()
    {
        using var busy = new TcpListener(System.Net.IPAddress.Loopback, 0);
        busy.Start();
        await using var app = HostBuild.Of(_folder, _ => { }, $"Helm:Host:Url=http://{busy.LocalEndpoint}");

        var problem = await Assert.ThrowsAsync<IOException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Another program listens there", StartProblem.Explain(problem), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Helm:BotFramework:DevelopmentMode", "environment=Production")]
    [InlineData("Helm:BotFramework:DevelopmentMode", "Helm:BotFramework:DevelopmentMode=false")]
    [InlineData("Helm:Security:AllowedOrigins", "Helm:Security:AllowedOrigins:0=ops.example.com")]
    [InlineData("Helm:People:0:Id", "Helm:People:0:Id=alice")]
    [InlineData("Helm:Schedule:WakeInterval", "Helm:Schedule:WakeInterval=0s")]
    public async Task A_wrong_setting_is_named(string key, string setting)
    {
        var problem = await Record.ExceptionAsync(async () =>
        {
            await using var app = HostBuild.Of(_folder, _ => { }, setting);
            await app.StartAsync(TestContext.Current.CancellationToken);
        });

        Assert.IsType<OptionsValidationException>(problem);
        Assert.Contains(key.Split(':')[^2], StartProblem.Explain(problem), StringComparison.Ordinal);
    }
}
