using System.Diagnostics;
using Helm.Host.Tests.Drivers;
using Helm.Speech.Audio;
using Helm.Speech.Setup;

namespace Helm.Host.Tests.Satellites;

/// <summary>A host that takes satellites, with a viewer's one in the kitchen.</summary>
public sealed class SatelliteFixture : IAsyncLifetime
{
    internal HelmAtWork Helm { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var health = await SpeechHealth.CheckAsync(new SpeechOptions());
        Assert.SkipUnless(health is { CanHear: true, CanSpeak: true }, "PocketSphinx, its English model or eSpeak NG is not installed");
        Helm = await HelmAtWork.StartAsync([
            "Helm:Voice:Wyoming:Listen=127.0.0.1:0",
            "Helm:Voice:Wyoming:Satellites:0:Address=127.0.0.1", "Helm:Voice:Wyoming:Satellites:0:Id=kitchen", "Helm:Voice:Wyoming:Satellites:0:Owner=api:alice",
            "Helm:People:0:Id=api:alice", "Helm:People:0:Name=Alice", "Helm:People:0:Role=Approver",
        ]);
    }

    public ValueTask DisposeAsync() => Helm?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal Task<Satellite> ConnectAsync() => Satellite.ConnectAsync(Helm.Satellites.Endpoint!);

    internal short[] Said(string words)
    {
        var file = Path.Combine(Helm.Folder, $"{Guid.NewGuid():N}.wav");
        using var flite = Process.Start("flite", ["-voice", "rms", "-t", words, "-o", file]);
        flite.WaitForExit();
        return WavReader.Read(file);
    }
}
