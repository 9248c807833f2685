namespace Helm.Benchmarks.Channels;

/// <summary>A host with Slack's and the Bot Framework's door open, in a process of its own so that its memory is its own.</summary>
internal static class ChannelHost
{
    public const string ChildName = "channels-child";

    public static Child Start(string folder, Uri cloud, string channels) =>
        Child.Start(Environment.ProcessPath!, [.. Self(), ChildName, folder, cloud.ToString(), channels]);

    public static async Task ServeAsync(string folder, string cloud, string channels)
    {
        await using var host = Build(folder, ChannelSettings.For(folder, cloud, channels));
        await host.StartAsync();
        Console.WriteLine("listening " + host.Urls.First());
        await Task.Delay(Timeout.Infinite);
    }

    private static WebApplication Build(string folder, Dictionary<string, string?> settings)
    {
        var host = Host.HelmHost.Build(
            ["--environment", "Development", "--contentRoot", folder], builder => builder.Configuration.AddInMemoryCollection(settings));
        host.MapPost("/bench/echo", Site.EchoAsync);
        host.MapGet("/bench/memory", OwnMemory.Read);
        return host;
    }

    private static string[] Self() => Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [typeof(ChannelHost).Assembly.Location] : [];
}
