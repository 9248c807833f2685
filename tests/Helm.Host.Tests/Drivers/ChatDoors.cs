namespace Helm.Host.Tests.Drivers;

/// <summary>A host with Slack's and the Bot Framework's door open, and what is behind them.</summary>
public sealed class ChatDoors : IAsyncLifetime
{
    internal LoopbackSlack Slack { get; private set; } = null!;

    internal Emulator Emulator { get; private set; } = null!;

    internal HelmAtWork Helm { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Slack = await LoopbackSlack.StartAsync();
        Emulator = await Emulator.StartAsync();
        Helm = await HelmAtWork.StartAsync(Slack.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await Helm.DisposeAsync();
        await Emulator.DisposeAsync();
        await Slack.DisposeAsync();
    }
}
