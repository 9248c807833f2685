using System.Globalization;
using Helm.Speech.Audio;

namespace Helm.Host.Tests.Satellites;

/// <summary>Helm's Wyoming server and Wyoming clients understand each other: Helm's own, and the protocol's.</summary>
public sealed class SatelliteClientTests(SatelliteFixture scene) : IClassFixture<SatelliteFixture>
{
    [Fact]
    public async Task Another_Helm_finds_it_well_hears_by_it_wakes_by_it_and_speaks_by_it()
    {
        using var other = new HelmAsClient(scene.Helm.Satellites.Endpoint!);

        Assert.Empty((await other.HealthAsync()).Missing);
        Assert.EndsWith("status of production", await other.HearAsync(scene.Said("status of production")), StringComparison.Ordinal);
        Assert.True(await other.WakesAsync([.. new short[8_000], .. scene.Said("hey helm"), .. new short[48_000]]));
        Assert.InRange(await other.SpeakAsync("Production is healthy.", Path.Combine(scene.Helm.Folder, "spoken.wav")), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task The_protocols_own_Python_client_works_with_it()
    {
        var recording = Path.Combine(scene.Helm.Folder, "python.wav");
        WavWriter.Write(recording, SpeechFormat.SampleRate, scene.Said("status of production"));

        var output = await PythonClient.RunAsync("check.py", scene.Helm.Satellites.Endpoint!.Port.ToString(CultureInfo.InvariantCulture), recording);

        Assert.Equal("helm", (string?)output["asr"]);
        Assert.Equal("hey helm", (string?)output["phrase"]);
        Assert.EndsWith("status of production", (string?)output["transcript"], StringComparison.Ordinal);
        Assert.True((int)output["spoken_ms"]! > 500);
        Assert.Equal("hello", (string?)output["pong"]);
    }
}
