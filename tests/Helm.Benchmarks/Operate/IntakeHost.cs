namespace Helm.Benchmarks.Operate;

/// <summary>A host that takes alerts in until it is killed, in a process of its own.</summary>
internal static class IntakeHost
{
    public const string ChildName = "alert-intake-child";
    public const string Secret = "bench";

    private const string SecretVariable = "HELM_BENCH_SECRET";

    public static Child Start(string folder) => Child.Start(Environment.ProcessPath!, [.. Self(), ChildName, folder]);

    public static async Task ServeAsync(string folder)
    {
        Environment.SetEnvironmentVariable(SecretVariable, Secret);
        var settings = SiteSettings.For(new Uri("http://127.0.0.1:1/"), [SiteSettings.Production], folder, watching: false);
        settings["Helm:Connectors:Alertmanager:Secret"] = "env:" + SecretVariable;
        await using var host = Host.HelmHost.Build(
            ["--environment", "Development", "--contentRoot", folder], builder => builder.Configuration.AddInMemoryCollection(settings));
        await host.StartAsync();
        Console.WriteLine("listening " + host.Urls.First());
        await Task.Delay(Timeout.Infinite);
    }

    private static string[] Self() => Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [typeof(IntakeHost).Assembly.Location] : [];
}
