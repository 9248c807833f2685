using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Satellites;

/// <summary>Most satellites wait to be called: Helm calls them.</summary>
public sealed class CalledSatelliteTests
{
    [Fact]
    public async Task A_satellite_that_waits_is_called_told_to_run_and_talked_with_like_any_other()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var helm = await HelmAtWork.StartAsync(
            [.. SatelliteDoorTests.Kitchen("127.0.0.1"), $"Helm:Voice:Wyoming:Satellites:0:Port={((IPEndPoint)listener.LocalEndpoint).Port}"]);

        using var satellite = new Satellite(await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken));
        var first = await satellite.ReceiveAsync();
        await satellite.SendAsync("describe");
        var info = await satellite.AwaitAsync("info");
        await satellite.SendAsync("run-pipeline", new JsonObject { ["start_stage"] = "intent", ["end_stage"] = "tts" });

        Assert.Equal("run-satellite", first!.Type);
        Assert.NotNull(info.Data["asr"]);
        Assert.Equal(("error", "pipeline"), await satellite.ReceiveAsync() is { } error ? (error.Type, error.Text("code")) : default);
        Assert.Null(helm.Satellites.Endpoint);
    }
}
