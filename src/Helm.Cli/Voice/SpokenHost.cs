using System.Text.Json;
using Helm.Cli.Hosting;
using Helm.Cli.Language;
using Helm.Cli.Remote;
using Helm.Conversation.Intents;
using Helm.PracticeCloud;

namespace Helm.Cli.Voice;

/// <summary>The host that answers what is heard: the one that runs, else a demo of our own.</summary>
internal sealed class SpokenHost : IAsyncDisposable
{
    private readonly DemoSession? _demo;

    private SpokenHost(HostClient client, DemoSession? demo) => (Client, _demo) = (client, demo);

    public HostClient Client { get; }

    /// <param name="scenario">In force in the demo; with it a running host is not asked.</param>
    public static async Task<SpokenHost> FindAsync(Uri url, string? scenario, CancellationToken cancellation)
    {
        if (scenario is null)
        {
            var client = new HostClient(url);
            if (await client.IsAliveAsync(cancellation))
            {
                return new SpokenHost(client, null);
            }

            client.Dispose();
        }

        await Console.Error.WriteLineAsync("No Helm runs here; starting a demo of it ...");
        var demo = await DemoSession.StartAsync(
            new PracticeCloudOptions { Port = 0, Scenarios = scenario is null ? [] : [scenario], TimeScale = 60 }, port: 0, cancellation);
        return await demo.WaitForFirstPassAsync(cancellation)
            ? new SpokenHost(demo.Client, demo)
            : throw new CommandFailedException("The demo did not look at everything within a minute. Start it with 'heyhelm demo' and try again.");
    }

    /// <summary>All that can be said to this host now.</summary>
    public async Task<SpokenLanguage> LanguageAsync(CancellationToken cancellation)
    {
        var names = JsonSerializer.Deserialize<Vocabulary>(await Client.GetTextAsync("api/vocabulary", cancellation), CliJson.Line)!;
        return Pack.Load().Spoken(names);
    }

    public async ValueTask DisposeAsync()
    {
        if (_demo is not null)
        {
            await _demo.DisposeAsync();
        }
        else
        {
            Client.Dispose();
        }
    }
}
